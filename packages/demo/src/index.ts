export * from './demo.js';
export * from './random.js';
export * from './world.js';
export * from './writer.js';
