export * from './kinds';
export * from './pay';
export * from './posting';
