/** The verifier of bundles: pure but for the folder that it reads, so that it becomes one file without dependencies. */
export type { Finding, Outcome } from './finding';
export { readBundleFolder, readOwnFile } from './folder';
export { InvalidInput } from './known';
export { FILE, type BundleFiles } from './manifest';
export { verdictText } from './verdict-text';
export { verifyBundle, type Verdict, type VerifyOptions } from './verify-bundle';
