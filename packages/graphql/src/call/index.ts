// The door for whoever calls subgraphs and is none: the gateway must not carry type-graphql and the ORM in its memory. What stands here loads neither.
export { type FileAnswer, type FileCaller, type FileRequest, fileRequestOf, sendFile } from '../files/index.js';
export { largestPage } from '../largest-page.js';
export { scalars } from '../scalars.js';
export { AnswerTooLarge } from './answer.js';
export { type BreakerOptions, CircuitOpen } from './breaker.js';
export { BulkheadFull } from './bulkhead.js';
export { readEmergency } from './emergency.js';
export { propagatedHeaders, readTimeLeft, readTraceparent, timeLeftHeader } from './headers.js';
export * from './http-caller.js';
export * from './in-process-caller.js';
export { GivenUp } from './patience.js';
export * from './seam.js';
