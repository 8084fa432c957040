/**
 * How well the tests of the proof see a fault: each mutant is one small fault, and a test must fail on it.
 *
 * @type {import('@stryker-mutator/core').PartialStrykerOptions}
 */
export default {
  mutate: ['libs/integrity/src/*.ts', '!libs/integrity/src/*.spec.ts'],
  testRunner: 'jest',
  jest: { configFile: 'jest.config.js', config: { roots: ['<rootDir>/libs/integrity'] } },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 2_000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['clear-text', 'json'],
  clearTextReporter: { reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  tempDirName: 'reports/mutation/work',
  ignorePatterns: ['/dist', '/data', '/coverage', '/reports'],
};
