// Jest runs our TypeScript through esbuild: TypeScript 7 has no JS API for ts-jest, and Node's own
// type stripping does not reach jest's module system.
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // These packages are published as ES modules only.
  transform: {
    '\\.ts$|/node_modules/(jose|temporal-polyfill|temporal-utils)/': '<rootDir>/test/support/esbuild-transform.cjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!(jose|temporal-polyfill|temporal-utils)/)'],
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json'],
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
  testTimeout: 30_000,
};
