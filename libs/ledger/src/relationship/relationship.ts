import type { JsonObject } from '@app/event-store';
import { AUDITOR } from '../catalogue/auditor';
import type { Content } from '../entry/content';
import { answeredBy, notNow, type Rules } from '../entry/rules';
import { ID_PATTERN } from '../entry/limits';
import { invalid } from '../entry/shape';
import { partiesAt, type LedgerState } from '../entry/state';
import { parseEffective } from '../scoring/days';

/** Words that are no party's id: they stand for all, for none, or for the ledger itself. */
const RESERVED_PARTIES: ReadonlySet<unknown> = new Set(['joint', 'third-party', 'ledger', AUDITOR]);

/** @throws Problem `invalid-entry` where the end that is named lies before the start */
export function checkTerm({ start, end }: JsonObject): void {
  const [first, last] = [start, end].map((date) => (typeof date === 'string' ? parseEffective(date) : null));
  if (first && last && last.lastDay < first.firstDay) throw invalid('data.end', 'a day that is not before the start');
}

/** By novation a party takes the place of one other, in its role, and nobody takes that place twice. */
function checkReplaces(state: LedgerState, { data }: Content): void {
  const { party, role, replaces } = data;
  if (typeof replaces !== 'string') return;
  if (replaces === party || RESERVED_PARTIES.has(replaces)) {
    throw invalid('data.replaces', 'the id of another party, whose place is taken');
  }
  const joined = state.reading.entries.filter(({ fact, inEffect }) => fact.kind === 'party.joined' && inEffect);
  const before = joined.find((entry) => entry.data['party'] === replaces);
  if (role !== (before === undefined ? replaces : before.data['role']))
    throw invalid('data.role', 'the role of the party that is replaced');
  if (joined.some((entry) => entry.data['replaces'] === replaces))
    throw notNow(`another party has taken the place of "${replaces}" already`, 'data.replaces');
}

export const relationshipRules: Rules = {
  'entry.corrected relationship.established': (state, content) => {
    checkTerm({ ...answeredBy(state, content)?.data, ...content.data });
  },
  'relationship.established': () => {
    throw notNow('a relationship is established once, when its ledger is opened', 'kind');
  },
  'party.joined': (state, content, now) => {
    const { party } = content.data;
    if (typeof party !== 'string' || !ID_PATTERN.test(party) || RESERVED_PARTIES.has(party)) {
      throw invalid('data.party', 'an id for the party that joins, other than joint, third-party, ledger and auditor');
    }
    if (partiesAt(state, now).includes(party)) throw notNow(`"${party}" is a party already`, 'data.party');
    checkReplaces(state, content);
  },
  'party.left': (state, content, now) => {
    const { party } = content.data;
    if (typeof party !== 'string' || !partiesAt(state, now).includes(party)) {
      throw notNow('data.party: only a party of this relationship can leave it', 'data.party');
    }
  },
};
