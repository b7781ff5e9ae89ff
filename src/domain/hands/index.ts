export * from './attendance';
export * from './gathering';
export * from './most';
export * from './terms';
export * from './texts';
