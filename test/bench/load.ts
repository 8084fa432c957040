import { inFreshProcess, type Server } from './child';

/** One client of the load: the same request again and again, each under a key of its own. */
export interface Client {
  readonly path: string;
  readonly token: string;
  /** JSON */
  readonly body: string;
}

export interface LoadJob {
  readonly host: string;
  readonly port: number;
  /** Each holds one connection and sends its next request when the last one is answered. */
  readonly clients: readonly Client[];
  readonly warmUpMs: number;
  readonly durationMs: number;
  /** Requests after which the load ends, whatever the time. */
  readonly maxRequests: number;
  /** Makes the keys of this load unlike those of any other. */
  readonly keyPrefix: string;
}

export interface Load {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The greatest position that an answer named. */
  readonly position: string;
}

const MAX_REQUESTS = 500_000;
let loads = 0;

/** Loads a server from a process of its own, bounded in time and number. */
export async function load(
  { host, port }: Server,
  clients: readonly Client[],
  { warmUpMs, durationMs }: { readonly warmUpMs: number; readonly durationMs: number },
): Promise<Load> {
  loads += 1;
  const keyPrefix = `${process.pid}-${loads}`;
  return inFreshProcess<LoadJob, Load>('load', {
    host,
    port,
    clients,
    warmUpMs,
    durationMs,
    maxRequests: MAX_REQUESTS,
    keyPrefix,
  });
}
