import { kindOf } from '../catalogue/catalogue';
import type { CheckedBody } from '../entry/check';
import type { Content } from '../entry/content';
import { citesEvidence } from '../entry/evidence';
import { allOf } from '../entry/plausible';
import { answeredBy, notNow, type Rule, type Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import type { LedgerState } from '../entry/state';
import type { EntryReading } from '../scoring/entry-reading';
import type { Reading } from '../scoring/reading';
import { SELECTING_PARTY } from '../scoring/selection-ledger';

/** Said wherever candidates are shown: a client that ranks by what it did not publish can be challenged for it. */
export const NO_AWARD_CRITERION =
  'This likely fit is no award criterion unless it was published as one before tenders were asked for.';

/** What stands for the provider's name, which every ledger is opened with. */
export const NOT_SELECTED_YET = 'Not selected yet';

/** How a rating of a candidate is proven, the weakest first. */
export const PROOFS = ['claimed', 'documented', 'confirmed-by-another-client'] as const;
export type Proof = (typeof PROOFS)[number];

/** What the ledger of a selection takes: its candidates, what is said of the record itself, and who acts for the client. */
const TAKEN_FAMILIES: readonly string[] = ['selection', 'record'];
const TAKEN_KINDS: readonly string[] = ['member.admitted', 'member.withdrawn'];

/**
 * The entry that opens a ledger, so that it is a partner selection. Its text says what ranks are not: so every file that is
 * made of the ledger does, on its first line, and stays a journal.
 */
export function ofClientAlone(opening: CheckedBody): CheckedBody {
  return { ...opening, text: opening.text ?? NO_AWARD_CRITERION, data: { ...opening.data, party: SELECTING_PARTY } };
}

/**
 * Rivals and their ratings stand in a ledger of the client alone, and nothing else does; what the parties do together
 * stands in their own.
 *
 * @throws Problem `not-allowed-now`
 */
export function mustFitLedger({ reading }: LedgerState, { kind }: Content): void {
  const family = kindOf(kind)?.family ?? '';
  if (reading.isSelection) {
    if (TAKEN_FAMILIES.includes(family) || TAKEN_KINDS.includes(kind)) return;
    throw notNow('this is a partner selection: it takes candidates, and what is said of the record itself', 'kind');
  }
  if (family === 'selection') {
    throw notNow(
      'rivals stay out of a relationship: the operator opens a selection, a ledger of the client alone',
      'kind',
    );
  }
}

/** The selection that stands; undefined while none does. */
export function selectedIn(reading: Reading): EntryReading | undefined {
  return reading.entries.findLast(({ fact, status }) => fact.kind === 'candidate.selected' && status !== 'voided');
}

/** Whether what is proven so counts as evidence, where the line does not say: a claim does not. */
export function isProven(proof: unknown): proof is Exclude<Proof, 'claimed'> {
  return proof === 'documented' || proof === 'confirmed-by-another-client';
}

const saidByClient: Rule = (_state, { party }) => {
  if (party !== SELECTING_PARTY) throw invalid('party', 'nothing: a selection is of the client alone');
};

const beforeSelecting: Rule = ({ reading }) => {
  if (selectedIn(reading) === undefined) return;
  throw notNow('a candidate is selected: what that rests on stays; void the selection to go on', 'kind');
};

const isRated: Rule = (_state, { factor, data, evidence }) => {
  if (factor === null) throw invalid('factor', 'the factor that the candidate is rated on');
  checkProof(data, citesEvidence(evidence));
};

function checkProof(data: Content['data'], cites: boolean): void {
  const { proof } = data;
  if (isProven(proof)) {
    if (!cites) throw invalid('evidence', `a file, a link or an entry where the proof is ${proof}`);
  } else if (data['evidenced'] === true) {
    throw invalid('data.evidenced', 'false or nothing: what a candidate claims of itself is no evidence');
  }
}

/** A stronger proof comes with what proves it: what was cited before is prose, which may be erased. */
const staysProven: Rule = (state, content) => {
  const rated = answeredBy(state, content);
  if (rated === undefined) return;
  const { data } = content;
  if (data['factor'] === null) throw invalid('data.factor', 'a factor: the candidate is rated on one');
  const cites =
    data['evidence'] === undefined
      ? isProven(rated.data['proof'])
      : citesEvidence((data['evidence'] ?? []) as unknown as Content['evidence']);
  checkProof({ ...rated.data, ...data }, cites);
};

export const selectionRules: Rules = {
  'candidate.considered': allOf(saidByClient, beforeSelecting),
  'candidate.rated': allOf(saidByClient, beforeSelecting, isRated),
  'candidate.selected': allOf(saidByClient, beforeSelecting),
  'entry.corrected candidate.considered': beforeSelecting,
  'entry.voided candidate.considered': beforeSelecting,
  'entry.corrected candidate.rated': allOf(beforeSelecting, staysProven),
  'entry.voided candidate.rated': beforeSelecting,
};
