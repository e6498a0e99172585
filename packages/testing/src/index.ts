export * from './database.js';
export * from './database-statements.js';
export { type Knowledge, possibleValues } from './intervals.js';
export * from './principals.js';
export * from './subgraph.js';
