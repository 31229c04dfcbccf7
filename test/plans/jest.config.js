/** `npm run plans`: apart from `npm test`, because it makes a database of 100,000 cases in each country first. */
const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/plans/*.plans.ts'],
  globalSetup: undefined,
  globalTeardown: undefined,
  maxWorkers: 1,
  testTimeout: 3_600_000,
};
