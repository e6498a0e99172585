export * from './entry.entity.js';
export * from './migrations.js';
export * from './recorder.js';
export * from './trail.js';
