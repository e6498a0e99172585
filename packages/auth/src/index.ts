export { actionMatrix } from './action-matrix.js';
export { Allow, type Allowance, type AllowDecorator, type AllowOptions, allowanceOf } from './allow.js';
export * from './identity.js';
