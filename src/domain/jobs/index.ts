export * from './kinds';
export * from './pay';
export * from './posting';
export * from './why';
