/** `npm run test:commands`: what people run, in processes of their own. Most of its time is Node.js loading them. */
const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  testPathIgnorePatterns: ['/node_modules/'],
  testMatch: ['<rootDir>/test/commands/*.test.ts'],
};
