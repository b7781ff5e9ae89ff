export * from './gathering';
export * from './terms';
