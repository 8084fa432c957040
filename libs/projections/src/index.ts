export * from './limits';
export * from './projection';
export * from './projection-state';
export * from './read-model';
export * from './rebuild';
export * from './runner';
export { lockFile, ProjectionsLocked } from './runner-lock';
export * from './worker';
export * from './worker-thread';
