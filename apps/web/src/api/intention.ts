import { v4 } from 'uuid';

/** A new `Idempotency-Key`. Over plain HTTP browsers have no `crypto.randomUUID`, but the random bytes it is made of. */
export function newKey(): string {
  return v4();
}

export interface Intention {
  /** The key of what is about to be written: the same for the same content, so that sending it again writes it once. */
  (content: unknown): string;
  /** It is written: the same content is another intention from now on. */
  readonly done: () => void;
}

export function createIntention(): Intention {
  let last: { readonly said: string; readonly key: string } | null = null;
  const keyOf = (content: unknown): string => {
    const said = JSON.stringify(content);
    if (last?.said !== said) last = { said, key: newKey() };
    return last.key;
  };
  return Object.assign(keyOf, { done: () => (last = null) });
}
