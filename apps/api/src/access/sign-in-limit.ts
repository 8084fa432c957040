import { Problem } from '@app/ledger';
import { MAX_COUNTED_ADDRESSES, MAX_SIGN_IN_FAILURES, SIGN_IN_WINDOW_MS } from '../limits';

/** Counts refused credentials by address, so that guessing costs time. Tokens are too long to be guessed anyway. */
export class SignInLimit {
  private readonly counts = new Map<string, number>();
  private windowEndsMs = 0;

  /** @throws Problem `too-many-requests` */
  assertRoom(address: string, nowMs: number): void {
    if (nowMs >= this.windowEndsMs || this.counts.size >= MAX_COUNTED_ADDRESSES) {
      this.counts.clear();
      this.windowEndsMs = nowMs + SIGN_IN_WINDOW_MS;
    }
    if ((this.counts.get(address) ?? 0) >= MAX_SIGN_IN_FAILURES) {
      throw new Problem('too-many-requests', 'too many refused credentials from this address');
    }
  }

  count(address: string): void {
    this.counts.set(address, (this.counts.get(address) ?? 0) + 1);
  }
}
