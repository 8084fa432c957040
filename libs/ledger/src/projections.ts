import { join } from 'node:path';
import { upcast, type RecordedEvent } from '@app/event-store';
import { startProjectionWorker, type Projection, type RunningProjections } from '@app/projections';
import { upcasters } from './entry/upcasters';
import type { LedgerWorkerConfig } from './projections.worker';
import { relationshipsProjection } from './relationship/relationships.projection';
import { factsProjection } from './score/facts.projection';
import { trailProjection } from './trail/trail.projection';

/** The read models of the ledger. */
export const ledgerProjections: readonly Projection[] = [relationshipsProjection, trailProjection, factsProjection];

/** What runs the read models of the ledger: the projections, and how they see entries stored in an older shape. */
export const ledgerReadModels = {
  projections: ledgerProjections,
  upcast: (event: RecordedEvent): RecordedEvent => upcast(event, upcasters),
};

/** Runs the read models of the ledger in a thread of their own. */
export function startLedgerProjections(
  config: LedgerWorkerConfig,
  onFailure?: (message: string) => void,
): RunningProjections {
  return startProjectionWorker({
    file: join(__dirname, 'projections.worker.js'),
    config: { store: { ...config.store }, directory: config.directory, signs: config.signs },
    names: ledgerProjections.map(({ name }) => name),
    ...(onFailure && { onFailure }),
  });
}
