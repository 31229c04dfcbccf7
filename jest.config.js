const { availableParallelism } = require('node:os');

const compile = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
      target: 'es2023',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

// The demonstration data of the tests are of one day, and nothing falls due in them by itself.
process.env.DEMO_UNTIL ??= '2026-06-30';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/support/environment.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/src/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  // Processes take as long as the rest of a core's work: `npm run test:commands`.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/commands/'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFiles: ['reflect-metadata'],
  // Jest cannot load ES modules by itself: `cookie` is below Fastify's inject, the others write exports.
  transform: { '^.+\\.ts$': compile, '/node_modules/(cookie|hucre|hyparquet|hyparquet-writer)/.+\\.m?js$': compile },
  transformIgnorePatterns: ['/node_modules/(?!(cookie|hucre|hyparquet|hyparquet-writer)/)'],
  // A worker keeps a core busy, half of it in PostgreSQL; with each comes an API and a database of 100 MB.
  maxWorkers: Math.min(Math.max(availableParallelism(), 2), 4),
  // What hangs is ended; nothing is timed. A hook may run every document of the examples, on a machine that does much else.
  testTimeout: 180_000,
};
