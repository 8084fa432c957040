/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json' }] },
  moduleNameMapper: {
    '^@app/([a-z-]+)$': '<rootDir>/libs/$1/src',
    '^@app/([a-z-]+)/([a-z-]+(?:/[a-z-]+)?)$': '<rootDir>/libs/$1/src/$2',
    // Dynamic imports name the built file; the tests load its source.
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // On two cores too: most of the long ones wait for disks and processes of their own.
  maxWorkers: 2,
  testTimeout: 30_000,
};
