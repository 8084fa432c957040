/** Whether the server answers, for `/health`. */
export type ConnectionState =
  | { readonly state: 'connected' }
  | {
      readonly state: 'reconnecting';
      /** When the first call failed since the last that succeeded. */
      readonly since: Date;
      readonly reason: string;
    };

export type ConnectionListener = (state: ConnectionState) => void;

/** Remembers since when the server does not answer, and tells each change once. */
export class ConnectionWatch {
  #current: ConnectionState = { state: 'connected' };

  constructor(private readonly listener: ConnectionListener | undefined) {}

  get current(): ConnectionState {
    return this.#current;
  }

  answered(): void {
    if (this.#current.state === 'connected') return;
    this.#current = { state: 'connected' };
    this.listener?.(this.#current);
  }

  failed(reason: string): void {
    if (this.#current.state === 'reconnecting') return;
    this.#current = { state: 'reconnecting', since: new Date(), reason };
    this.listener?.(this.#current);
  }
}
