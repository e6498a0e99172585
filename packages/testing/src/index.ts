export * from './database.js';
export * from './database-statements.js';
export * from './files.js';
export { type Knowledge, possibleValues } from './intervals.js';
export { oncePerRun } from './once.js';
export * from './principals.js';
export { type CountedDomain, figuresAgainstRecords } from './report-records.js';
export * from './subgraph.js';
