export * from './enrolment';
export * from './kinds';
export * from './queue';
export * from './session';
