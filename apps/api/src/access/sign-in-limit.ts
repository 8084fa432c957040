import type { AccessBook, Bearer } from '@app/access';
import { Problem } from '@app/ledger';
import { MAX_COUNTED_ADDRESSES, MAX_SIGN_IN_FAILURES, SIGN_IN_WINDOW_MS } from '../limits';

/** Counts refused credentials by address, so that guessing costs time. Tokens are too long to be guessed anyway. */
export class SignInLimit {
  private readonly counts = new Map<string, number>();
  private windowEndsMs = 0;

  /**
   * Who bears the token, where the address has not been refused too often.
   *
   * @throws Problem `unauthenticated`, `too-many-requests`; StoreUnavailable
   */
  async authenticate(book: AccessBook, address: string, token: string, nowMs: number): Promise<Bearer> {
    if (nowMs >= this.windowEndsMs || this.counts.size >= MAX_COUNTED_ADDRESSES) {
      this.counts.clear();
      this.windowEndsMs = nowMs + SIGN_IN_WINDOW_MS;
    }
    if ((this.counts.get(address) ?? 0) >= MAX_SIGN_IN_FAILURES) {
      throw new Problem('too-many-requests', 'too many refused credentials from this address');
    }
    const bearer = await book.authenticate(token, nowMs);
    if (bearer) return bearer;
    this.counts.set(address, (this.counts.get(address) ?? 0) + 1);
    throw new Problem('unauthenticated', 'the token is unknown, expired or revoked');
  }
}
