export * from './database.js';
export * from './database-statements.js';
export * from './files.js';
export * from './principals.js';
export * from './subgraph.js';
