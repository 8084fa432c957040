import type { StreamEvent } from '@app/event-store';
import { learnKeys } from '../keys/party-keys';
import { POST_KINDS, roleSaid } from '../leadership/roles';
import type { Fact } from '../scoring/fact';
import { envelopeOf, factOf, payloadOf, relationshipOf } from './read';
import { withEnvelope } from './readable';
import { beginning, learn, noteNamed, type LedgerState } from './state';

export function emptyLedger(stream: string): LedgerState {
  return beginning(relationshipOf(stream) ?? stream);
}

/** Takes one more event in, changing the state in place. @throws UnreadableEvent */
export function evolveLedger(state: LedgerState, stored: StreamEvent): LedgerState {
  const event = withEnvelope(stored);
  const envelope = envelopeOf(event);
  const fact = factOf(event);
  state.revision = event.revision;
  state.last = { envelope, canonical: event.json?.data };
  state.lastRecorded = Math.max(state.lastRecorded, fact.ledgerRecorded);
  if (envelope.imported) state.imported += 1;
  state.live ||= !envelope.imported && envelope.party !== 'ledger';
  learnKeys(state.keys, envelope);
  learn(state, fact);
  learnMember(state, event, fact);
  learnRole(state, event, fact);
  return state;
}

/** Who a member is stands in the payload alone, and may be erased: what was said of the member is then said of nobody. */
function learnMember(state: LedgerState, event: StreamEvent, { kind, id }: Fact): void {
  if (kind !== 'member.admitted' && kind !== 'member.withdrawn') return;
  noteNamed(state, 'member', payloadOf(event).data['member'], id);
}

/** Which post of a leader an entry is about stands in the payload alone, too. */
function learnRole(state: LedgerState, event: StreamEvent, { kind, id, answers }: Fact): void {
  const ofPost = POST_KINDS.includes(kind) || (kind === 'entry.corrected' && state.roles.has(answers ?? ''));
  if (ofPost) state.roles.set(id, roleSaid(payloadOf(event)));
}
