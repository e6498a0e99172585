export * from './seam.js';
export * from './in-process-caller.js';
export * from './http-caller.js';
