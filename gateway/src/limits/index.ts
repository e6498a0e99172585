export { type Cost, costOf } from './cost.js';
export { type CostModel, readCostModel } from './cost-model.js';
export { type AudienceLimits, assumedListSize, type Limits, limits } from './limits.js';
export type { Excess, Measure } from './refusal.js';
export { measureStructure, type Structure } from './structure.js';
