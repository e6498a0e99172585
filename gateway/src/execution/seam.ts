export * from '../../../packages/graphql/src/call/index.js';
export { scalars } from '../../../packages/graphql/src/scalars.js';
