export type { AuditHead } from './block.js';
export * from './entry.entity.js';
export * from './looks.js';
export * from './migrations.js';
export * from './recorder.js';
export * from './sealer.js';
export * from './trail.js';
export * from './verify.js';
