export * from './amounts';
export * from './kinds';
export * from './problems';
export * from './touches';
