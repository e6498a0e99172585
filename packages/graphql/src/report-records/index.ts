export { type CountedRecords, countedRecords, type RecordSource, type RecordSources, UnreadableRule } from './counted-records.js';
export { type RecordBehind, recordsAfter } from './records-behind.js';
export { reportRecordsOf } from './report-records-of.js';
