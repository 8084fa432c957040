import { lastDeciding, lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { idsOf, textIn, thingsNamed, type Named, type RegisterDates } from '../register';
import type { StatusWord } from '../scoring/entry-reading';
import type { Views } from '../views';
import { DISPUTE_STEPS, disputeSituation, type DisputeSituation } from './disputes';

/** One step on the way of a dispute. */
export interface DisputeStep {
  readonly entry: string;
  readonly step: Exclude<DisputeSituation['is'], 'none'>;
  readonly effective: string | null;
  /** Party that logged it. */
  readonly party: string;
  /** Of a mediation its outcome, of a decision who decided; null of the others. */
  readonly result: string | null;
  readonly status: StatusWord;
}

/** A formal dispute, without what was said or offered to end it. */
export interface Dispute {
  readonly id: string;
  readonly matter: string | null;
  readonly situation: DisputeSituation['is'];
  /** That it was notified for: `mediation`, `adjudication` and the like. */
  readonly procedure: string | null;
  /** Id of the issue that it comes from. */
  readonly issue: string | null;
  /** Reference of the notice under the contract. */
  readonly contractNotice: string | null;
  readonly notified: string | null;
  readonly notifiedBy: string | null;
  /** What a third party decided last, undisputed; null where none did. */
  readonly decision: string | null;
  /** Effective date; null until all say so. */
  readonly settled: string | null;
  /** Where decision or settlement are kept. */
  readonly reference: string | null;
  /** Oldest first. */
  readonly path: readonly DisputeStep[];
  readonly entries: readonly string[];
}

export interface DisputeRegister extends RegisterDates {
  readonly disputes: readonly Dispute[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function disputesOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<DisputeRegister> {
  const { dates, things } = await thingsNamed(views, relationship, 'dispute', clocks, now);
  return { ...dates, disputes: things.map(disputeRow) };
}

function disputeRow(dispute: Named): Dispute {
  const { id, entries, dataOf } = dispute;
  const notified = lastOf(entries, 'dispute.notified');
  const settled = lastOf(entries, 'dispute.settled');
  const { matter, procedure, issue, contractNotice } = dataOf(notified);
  const decided = dataOf(lastDeciding(entries, 'dispute.adjudicated'));
  return {
    id,
    matter: textIn(matter),
    situation: disputeSituation(entries).is,
    procedure: textIn(procedure),
    issue: textIn(issue),
    contractNotice: textIn(contractNotice),
    notified: notified?.effective ?? null,
    notifiedBy: notified?.fact.party ?? null,
    decision: textIn(decided['decision']),
    settled: settled?.effective ?? null,
    reference: textIn(dataOf(settled)['reference']) ?? textIn(decided['reference']),
    path: pathOf(dispute),
    entries: idsOf(entries),
  };
}

function pathOf({ entries }: Named): DisputeStep[] {
  return entries.flatMap(({ fact, effective, data, statusWord }) => {
    const step = DISPUTE_STEPS[fact.kind];
    if (step === undefined) return [];
    const result = textIn(data['outcome']) ?? textIn(data['by']);
    return [{ entry: fact.id, step, effective, party: fact.party, result, status: statusWord }];
  });
}
