export * from './catalogue/catalogue';
export * from './catalogue/factor-set';
export * from './entry/author';
export * from './entry/entry';
export * from './problems';
export * from './sample/members';
export { sampleJournal } from './sample/sample-journal';
export * from './scoring';
