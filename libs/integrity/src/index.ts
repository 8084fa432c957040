export * from './hash';
export * from './json';
