// One Jest run for the whole repository: one embedded PostgreSQL, every test on databases cloned from migrated templates.
const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

export default {
  testMatch: ['<rootDir>/{packages,subgraphs,gateway,portal,test,bench}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@atbalsts/source', 'node', 'node-addons'] },
  testSequencer: '<rootDir>/packages/testing/src/longest-first.mjs',
  globalSetup: '<rootDir>/packages/testing/src/global-setup.mjs',
  globalTeardown: '<rootDir>/packages/testing/src/global-teardown.mjs',
  // Modules of finished test files stay in a worker's memory: it is replaced when it has grown, and never the one process that runs all.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1200MB',
  testTimeout: 300_000,
};
