import { InvalidInput } from './known';
import { FILE } from './manifest';

/**
 * A bundle that lost its manifest is one that is incomplete.
 *
 * @throws InvalidInput where among the names of files there is none by which a bundle is known
 */
export function assertBundle(path: string, names: readonly string[]): void {
  if ([FILE.manifest, FILE.checkpoint, FILE.payloads].some((name) => names.includes(name))) return;
  throw new InvalidInput(path, `it is no bundle: it holds no ${FILE.manifest}`);
}
