const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

const base = {
  rootDir: __dirname,
  transform: { '\\.tsx?$': swc },
  moduleNameMapper: {
    '^@/domain/(.*)$': '<rootDir>/src/domain/$1',
    '^@/contract/(.*)$': '<rootDir>/src/contract/$1',
    '^@/cloud/(.*)$': '<rootDir>/src/cloud/$1',
    '^@/(.*)$': '<rootDir>/src/miniprogram/$1',
  },
};

// a real PostgreSQL for the projects that need one; jest runs the same setup once for all of them
const postgres = {
  globalSetup: '<rootDir>/test/postgres-setup.ts',
  globalTeardown: '<rootDir>/test/postgres-teardown.ts',
};

// packages that ship ES modules only, compiled for jest: oRPC and what it is made of
const esModules = {
  transform: { ...base.transform, '\\.mjs$': swc, '/node_modules/(jose|json-schema-typed)/.*\\.js$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(jose/|json-schema-typed/|.*\\.mjs$))'],
};

module.exports = {
  // a machine that builds and browses at the same time is slow, not wrong
  testTimeout: 30_000,
  projects: [
    {
      ...base,
      ...esModules,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/*.test.ts'],
    },
    {
      ...base,
      ...esModules,
      ...postgres,
      displayName: 'api',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/api/**/*.test.ts'],
    },
    {
      ...base,
      ...esModules,
      ...postgres,
      displayName: 'weapp',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'https://servicewechat.com/' },
      testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
    },
    {
      ...base,
      ...esModules,
      ...postgres,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    },
  ],
};
