export * from './http-caller.js';
export * from './in-process-caller.js';
export * from './seam.js';
