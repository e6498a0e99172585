export { AnswerTooLarge } from './answer.js';
export { type BreakerOptions, CircuitOpen } from './breaker.js';
export { BulkheadFull } from './bulkhead.js';
export { propagatedHeaders, readTimeLeft, readTraceparent, timeLeftHeader } from './headers.js';
export * from './http-caller.js';
export * from './in-process-caller.js';
export { GivenUp } from './patience.js';
export * from './seam.js';
