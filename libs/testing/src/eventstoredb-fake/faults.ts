/** What happens to an append instead of its answer. */
export type LostAppend =
  | 'cut-before-storing'
  | 'cut-after-storing'
  | 'silent-before-storing'
  | 'silent-after-storing'
  | 'not-ready'
  | 'wrong-version';

/** Faults on demand. Each counts calls, so that a test says exactly what goes wrong and nothing else does. */
export class Faults {
  readonly #lost: LostAppend[] = [];
  #frozen: Promise<void> | undefined;
  #thaw: (() => void) | undefined;
  /** Every answer waits so long. */
  delayMs = 0;
  /** Appends that arrived, lost ones too. */
  appends = 0;
  /** Subscriptions that were asked for. */
  subscriptions = 0;

  /**
   * The next appends are lost in these ways, one after another: `cut` breaks the call, `silent` never answers it, both
   * before or after the append was stored; `not-ready` is what a server says that is about to stop; `wrong-version` is
   * a conflict that there was none.
   */
  loseAppends(...ways: readonly LostAppend[]): void {
    this.#lost.push(...ways);
  }

  /** No call is answered until `thaw`. */
  freeze(): void {
    this.#frozen ??= new Promise((resolve) => {
      this.#thaw = resolve;
    });
  }

  thaw(): void {
    this.#thaw?.();
    this.#frozen = undefined;
  }

  nextLoss(): LostAppend | undefined {
    this.appends += 1;
    return this.#lost.shift();
  }

  /** Resolves when a call may go on; undefined at once where nothing holds it up. */
  held(): Promise<void> | undefined {
    if (this.delayMs === 0) return this.#frozen;
    const slept = new Promise<void>((resolve) => setTimeout(resolve, this.delayMs));
    return this.#frozen === undefined ? slept : Promise.all([slept, this.#frozen]).then(() => undefined);
  }
}
