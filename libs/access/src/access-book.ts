import type { EventStore } from '@app/event-store';
import type { Author } from '@app/ledger';
import { ACCESS_STREAM, DEMO_LOADED, DEMO_MARKED, readAccessEvent, TOKEN_ISSUED, TOKEN_REVOKED } from './access-events';
import { ACCESS_POLL_INTERVAL_MS } from './limits';
import { hashToken } from './tokens';

/** Who bears a token, and what it opens. */
export interface Bearer {
  readonly tokenId: string;
  readonly expiresMs: number;
  readonly author: Author;
  /** Ids of the relationships it may see. */
  readonly relationships: ReadonlySet<string>;
}

interface KnownToken {
  readonly bearer: Bearer;
  revoked: boolean;
}

/**
 * The tokens that hold, in memory, kept up with the log: a token that the command line issues beside a running server
 * works at its first use, one that it revokes ends within {@link ACCESS_POLL_INTERVAL_MS} and the time of one read.
 */
export class AccessBook {
  private readonly byHash = new Map<string, KnownToken>();
  private readonly byId = new Map<string, KnownToken>();
  private readonly marks = new Set<string>();
  private nextRevision = 0;
  private refreshing: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: EventStore,
    /** Told of every read of the stream: null when it succeeded, else why not. It is the pulse of the store. */
    private readonly onRead: (error: unknown) => void = () => undefined,
  ) {}

  /** Reads the stream and keeps reading its tail until {@link stop}. */
  async start(): Promise<void> {
    await this.refresh();
    const poll = (): void => {
      this.refresh().then(schedule, schedule);
    };
    const schedule = (): void => {
      if (this.timer) this.timer = setTimeout(poll, ACCESS_POLL_INTERVAL_MS).unref();
    };
    this.timer = setTimeout(poll, ACCESS_POLL_INTERVAL_MS).unref();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** True where the log carries the mark of the demo. */
  get demo(): boolean {
    return this.marks.has(DEMO_MARKED);
  }

  /** True where the sample contract was loaded to its end. */
  get demoLoaded(): boolean {
    return this.marks.has(DEMO_LOADED);
  }

  /** Who bears the token, as far as is known here, or null: one hash, no read. */
  lookUp(token: string, nowMs: number): Bearer | null {
    const known = this.byHash.get(hashToken(token));
    return known && !known.revoked && nowMs < known.bearer.expiresMs ? known.bearer : null;
  }

  /**
   * Who bears the token, or null where no token of that text holds now. The log is asked where it is not known here.
   *
   * @throws StoreUnavailable where the log cannot be asked
   */
  async authenticate(token: string, nowMs: number): Promise<Bearer | null> {
    const known = this.lookUp(token, nowMs);
    if (known) return known;
    // A refresh under way may have read the tail before the token was written: wait for one that began afterwards.
    if (this.refreshing) await this.refreshing.catch(() => undefined);
    await this.refresh();
    return this.lookUp(token, nowMs);
  }

  /** True while the token of that id holds; for what outlives the request that it came with. */
  holds(tokenId: string, nowMs: number): boolean {
    const known = this.byId.get(tokenId);
    return known !== undefined && !known.revoked && nowMs < known.bearer.expiresMs;
  }

  /** Reads what was written to the stream since the last time; one read at a time. */
  refresh(): Promise<void> {
    this.refreshing ??= this.readTail().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async readTail(): Promise<void> {
    try {
      for await (const recorded of this.store.read(ACCESS_STREAM, this.nextRevision)) {
        this.apply(readAccessEvent(recorded));
        this.nextRevision = recorded.revision + 1;
      }
    } catch (error) {
      this.onRead(error);
      throw error;
    }
    this.onRead(null);
  }

  private apply(event: ReturnType<typeof readAccessEvent>): void {
    switch (event.type) {
      case TOKEN_ISSUED: {
        const { id, hash, role, member, party, relationships, expires } = event.data;
        const known: KnownToken = {
          bearer: {
            tokenId: id,
            expiresMs: Date.parse(expires),
            author: { member, role, party },
            relationships: new Set(relationships),
          },
          revoked: false,
        };
        this.byHash.set(hash, known);
        this.byId.set(id, known);
        return;
      }
      case TOKEN_REVOKED: {
        const known = this.byId.get(event.data.id);
        if (known) known.revoked = true;
        return;
      }
      case DEMO_MARKED:
      case DEMO_LOADED:
        this.marks.add(event.type);
        return;
    }
  }
}
