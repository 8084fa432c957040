import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { EventStore } from '@app/event-store';
import { exportBundle, Problem, zipOf, type Clock } from '@app/ledger';
import { MAX_SERVED_BUNDLE_BYTES, MAX_WAITING_BUNDLES } from '../limits';

/** The verifier as it was built, which goes into every bundle, whether the server runs from `dist` or from its sources. */
function verifierFile(): string {
  const root = resolve(__dirname, '..', '..', '..', '..');
  const dist = basename(root) === 'dist' ? root : join(root, 'dist');
  return join(dist, 'apps', 'verifier', 'verify.mjs');
}

/** Makes the bundles that are asked for over HTTP, one after the other: each is whole in memory. */
export class Bundles {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @param directory null in a process that is not the primary one: another holds what a bundle is signed with */
  constructor(
    private readonly store: EventStore,
    private readonly directory: string | null,
    private readonly clock: Clock,
  ) {}

  /**
   * The archive that `ledger export RELATIONSHIP --bundle FILE` writes.
   *
   * @throws Problem `primary-only`, `too-many-requests`, `relationship-not-found`, `read-only`, `receipt-not-ready`,
   * `invalid-parameter` where it is larger than one that is served may be
   */
  async archive(relationship: string): Promise<Uint8Array> {
    const { directory } = this;
    if (directory === null) throw new Problem('primary-only', 'another process signs this log and makes its bundles');
    if (this.waiting >= MAX_WAITING_BUNDLES) {
      throw new Problem(
        'too-many-requests',
        `${MAX_WAITING_BUNDLES} bundles are being made; ask again when they are done`,
      );
    }
    this.waiting += 1;
    const made = this.last.then(() => this.make(directory, relationship));
    // Whoever asked for it hears of it; the next one is made all the same.
    this.last = made.catch(() => undefined);
    try {
      return await made;
    } finally {
      this.waiting -= 1;
    }
  }

  private async make(directory: string, relationship: string): Promise<Uint8Array> {
    const verifier = verifierFile();
    if (!existsSync(verifier)) throw new Error(`${verifier} is not built: npm run build`);
    const { files } = await exportBundle(this.store, {
      dataDirectory: directory,
      relationship,
      nowMs: this.clock(),
      verifier: readFileSync(verifier, 'utf8'),
      most: { all: MAX_SERVED_BUNDLE_BYTES, text: MAX_SERVED_BUNDLE_BYTES },
    });
    return zipOf(files);
  }
}
