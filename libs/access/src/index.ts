export * from './access-book';
export * from './access-events';
export * from './limits';
export * from './permissions';
export * from './tokens';
