/** Part of `npm run test:full`: what needs other builds, or servers of its own. */
const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/full/**/*.full.ts'],
  maxWorkers: 1,
  testTimeout: 1_800_000,
};
