export * from './errors';
export * from './event-store';
export * from './handle';
export * from './limits';
