import { dutyOfDay, learnedOn, parametersAt, type Duties, type Duty, type DutyLedger } from '../due/duty';
import { isWordOf } from '../entry/rules';
import type { EntryReading } from '../scoring/entry-reading';
import { heldBefore, postChanges, SPONSOR } from './posts';

const APPOINTED = SPONSOR.appointed;

/**
 * The post of an executive sponsor that somebody left is filled within its limit. One who was appointed before the other
 * left fills it too, whichever of it was logged first: what counts is when it took effect.
 *
 * That somebody left counts once the party that it is about said so or agreed: the others may not know.
 */
export const vacancies: Duties = (ledger) =>
  [...ledger.byId('about', [SPONSOR.appointed, SPONSOR.left])].flatMap(([about, entries]) =>
    vacanciesOf(ledger, about, entries),
  );

function vacanciesOf({ reading }: DutyLedger, about: string, entries: readonly EntryReading[]): Duty[] {
  const changes = postChanges(SPONSOR, about, entries);
  const duties: Duty[] = [];
  let sponsors = heldBefore(SPONSOR, changes);
  changes.forEach((change, place) => {
    if (change.fact.kind === APPOINTED) {
      sponsors += 1;
      return;
    }
    if (sponsors === 0) return;
    sponsors -= 1;
    const isAppointed = ({ fact }: EntryReading): boolean => fact.kind === APPOINTED;
    const successor = sponsors > 0 ? changes.slice(0, place).findLast(isAppointed) : undefined;
    const doneBy = successor ?? changes.slice(place + 1).find(isAppointed) ?? null;
    const day = saidOn(change, about) ?? learnedOn(change);
    const dueDay = day + parametersAt(reading, change).sponsorVacantDays;
    if (!reading.parties(dueDay).includes(about)) return;
    duties.push(
      dutyOfDay({
        ...{ missed: 'sponsor.vacant', data: { about }, dueDay, parties: [about] },
        ...{ setBy: change, reads: ['about', 'effective'], nameable: [change.day, dueDay], doneBy },
      }),
    );
  });
  return duties;
}

/** The day on which a party, or all together, said or agreed to what stands about it; null while it did not. */
export function saidOn(entry: EntryReading, about: string): number | null {
  if (!isWordOf(about, entry)) return null;
  const agreed = entry.answers.find((answer) => answer.party === about && answer.word === 'agreed');
  return Math.max(learnedOn(entry), agreed?.sinceDay ?? -Infinity);
}
