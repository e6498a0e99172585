export * from './demo.js';
export * from './random.js';
export { demoPeople } from './registers/people.js';
export { demoEvaluation } from './strategy/evaluation.js';
export * from './world.js';
export * from './writer.js';
