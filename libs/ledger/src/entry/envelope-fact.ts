import { parseInstant } from '../scoring/days';
import type { Fact } from '../scoring/fact';
import type { Envelope } from './entry';

/**
 * What the score reads of an entry: its envelope in the newest shape, and nothing else.
 *
 * @throws Error where it holds no instant: entries are checked before they are appended
 */
export function envelopeFact(envelope: Envelope, revision = envelope.revision): Fact {
  const ledgerRecorded = instantOf(envelope.recorded);
  return {
    revision,
    id: envelope.id,
    kind: envelope.kind,
    party: envelope.party,
    recorded: envelope.claimedRecorded === null ? ledgerRecorded : instantOf(envelope.claimedRecorded),
    ledgerRecorded,
    imported: envelope.imported,
    effective: envelope.effective,
    factor: envelope.factor,
    sign: envelope.sign,
    severity: envelope.severity,
    level: envelope.level,
    evidenced: envelope.evidenced,
    answers: envelope.answers,
    data: envelope.facts,
  };
}

function instantOf(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`${text} is no instant`);
  return instant;
}
