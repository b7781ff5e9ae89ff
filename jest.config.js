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
  // ES modules only: compiled for jest
  transformIgnorePatterns: ['/node_modules/(?!(@orpc)/)'],
};
const orpc = { '/node_modules/@orpc/.*\\.m?js$': swc };

module.exports = {
  projects: [
    { ...base, displayName: 'unit', testEnvironment: 'node', testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/*.test.ts'] },
    { ...base, displayName: 'api', testEnvironment: 'node', transform: { ...base.transform, ...orpc }, testMatch: ['<rootDir>/test/api/**/*.test.ts'] },
    {
      ...base,
      displayName: 'weapp',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'https://servicewechat.com/' },
      testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
    },
    { ...base, displayName: 'browser', testEnvironment: 'node', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
  ],
};
