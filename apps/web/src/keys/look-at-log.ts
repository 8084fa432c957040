import '../audit/buffer-here';
import {
  LogContradicted,
  PolicyChanged,
  seeLog,
  type CheckpointSeen,
  type KnownLog,
  type LogServer,
} from '@app/ledger/signing';
import { get, set } from 'idb-keyval';
import { ApiProblem } from '../api/api-problem';
import { bytesAt } from '../api/bytes-at';

/** The log, held against what this browser has seen of it. */
export type Look =
  | {
      readonly is: 'seen';
      /** Null where no checkpoint is signed yet. */ readonly seen: CheckpointSeen | null;
      readonly quorum: boolean;
    }
  | { readonly is: 'policy-changed' }
  | {
      readonly is: 'contradicted';
      readonly detail: string;
      /** Both signed notes are the proof that two histories were shown; null where none is shown now. */
      readonly known: string | null;
      readonly shown: string | null;
    };

const placeOf = (relationship: string): string[] => ['known-log', relationship];

/**
 * Looks whether the log only went on since this browser last saw it, and keeps what it sees.
 *
 * @param acceptPolicy others may sign or witness it than before
 * @throws ApiProblem where the server does not show it; Problem where it is not signed by its policy
 */
export function lookAtLog(relationship: string, acceptPolicy = false): Promise<Look> {
  // One tab at a time, so that none goes back behind what another saw.
  return navigator.locks.request(placeOf(relationship).join('/'), async () => {
    const known = (await get<KnownLog>(placeOf(relationship))) ?? null;
    try {
      const { known: now, seen, quorum } = await seeLog(server, relationship, known, acceptPolicy);
      await set(placeOf(relationship), now);
      return { is: 'seen', seen, quorum };
    } catch (error) {
      if (error instanceof PolicyChanged) return { is: 'policy-changed' };
      if (!(error instanceof LogContradicted)) throw error;
      return { is: 'contradicted', detail: error.detail, known: known?.checkpoint ?? null, shown: error.note };
    }
  });
}

const server: LogServer = {
  async get(path) {
    try {
      return await bytesAt(`/api/v1${path}`);
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'not-found') return null;
      throw error;
    }
  },
};
