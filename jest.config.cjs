// Jest runs our TypeScript through esbuild: TypeScript 7 has no JS API for ts-jest, and Node's own
// type stripping does not reach jest's module system.
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/esbuild-transform.cjs' },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json'],
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  testTimeout: 30_000,
};
