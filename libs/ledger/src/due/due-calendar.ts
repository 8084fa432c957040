import { sha256OfJson } from '@app/integrity';
import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { catalogue, kindOf } from '../catalogue/catalogue';
import { onRecordIn } from '../on-record';
import { textIn } from '../register';
import { partyNamesOf } from '../relationship/party-names';
import { MILLISECONDS_PER_DAY, parseDay } from '../scoring/days';
import type { Views } from '../views';
import { dueOf, type DueItem, type DueParameters } from './due.queries';

/** What to do, so that nothing of that kind has to be recorded. */
export const TO_DO: Readonly<Record<string, string>> = {
  'meeting.missed': 'Hold the joint meeting',
  'sponsor.vacant': 'Appoint an executive sponsor',
  'milestone.unremedied': 'Act on the missed milestone',
  'objective.review-overdue': 'Review the objectives',
  'leader.vacant': 'Appoint an operational leader',
  'communication.review-overdue': 'Review the communication plan',
  'knowledge.review-overdue': 'Review the knowledge plan',
  'issue.deadline-missed': 'Resolve the issue or take it up the ladder',
  'benefit.unreported': 'Report what came of the benefit',
  'idea.unanswered': 'Answer the idea',
  'report.overdue': 'Report the indicator',
  'indicator.unacted': 'Act on the missed indicator',
  'trust.unacted': 'Act on the missed trust indicator',
  'exit.review-overdue': 'Review the exit strategy',
  'plan.review-overdue': 'Review the relationship management plan',
};

/** Of these one entry asks again and again: each day is a duty of its own. All others keep theirs when their day moves. */
const REPEATS: ReadonlySet<string> = new Set(['meeting.missed', 'report.overdue', 'Measure the trust indicator']);

/**
 * What is due, as a calendar (RFC 5545): a whole day for each duty, since each can be done until its day ends. The same
 * question gives the same bytes, and a duty has the same UID at whatever dates it is asked for. No prose of an entry is in
 * it, so that no person is named.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`, `unknown-party`
 */
export async function dueCalendarOf(
  views: Views,
  relationship: string,
  parameters: DueParameters,
  now: number,
): Promise<string> {
  const { due, asOf, knownAt, zone } = await dueOf(views, relationship, parameters, now);
  const row = await views.relationship(relationship);
  const nameOf = await partyNamesOf(views, relationship, row);
  const { withoutProtocol, restsOnImport } = await onRecordIn(views, relationship, parameters, now);
  const title = textIn(row?.established?.['title']) ?? relationship;
  const calendar = new ICalCalendar({
    name: `${unescaped(title)} – what is due`,
    description: [
      `As of ${asOf} with what was known ${knownAt === null ? 'when it was asked' : `at ${knownAt}`}.`,
      ...(row?.sample === true ? ['A fictional sample contract.'] : []),
      ...(withoutProtocol === null
        ? []
        : ['No protocol for using this record was agreed before its first live entry.']),
      ...(restsOnImport === null ? [] : ['It rests on an import that not every party has accepted.']),
    ].join(' '),
    prodId: '//Collaboration ledger//What is due//EN',
  });
  for (const item of due) {
    const { kind, overdue, parties, entry } = item;
    const subject = subjectOf(item);
    calendar.createEvent({
      id: uidOf(relationship, item),
      // When the answer was as it is: its own clock, not that of the machine.
      stamp: dateOfDay(asOf),
      start: dateOfDay(item.due),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${overdue ? 'Overdue: ' : kind === null && item.due < asOf ? 'Not done: ' : ''}${toDo(item)}${subject === '' ? '' : ` (${subject})`}`,
      description: [
        `Can be done until the end of this day (${zone}).`,
        `For ${parties.map(nameOf).join(', ')}.`,
        `Follows from entry ${entry} of ${relationship}.`,
        ...(kind === null ? [] : [`If it is not done, the ledger records: ${kindOf(kind)?.title ?? kind}.`]),
      ].join('\n'),
    });
  }
  // Every line ends, the last one too, which the library leaves open.
  return `${calendar.toString().trimEnd()}\r\n`;
}

function toDo({ kind, title }: DueItem): string {
  return (kind === null ? undefined : TO_DO[kind]) ?? title;
}

/** Ids of what it is about. */
function subjectOf({ data }: DueItem): string {
  const ids = Object.entries(data).filter(([name]) => Object.hasOwn(catalogue.ids, name));
  return ids.flatMap(([, id]) => textIn(id) ?? []).join(', ');
}

function uidOf(relationship: string, { kind, title, data, entry }: DueItem): string {
  const name = kind ?? title;
  const { due, role: _role, ...about } = data;
  return sha256OfJson([relationship, name, entry, REPEATS.has(name) ? { ...about, due } : about]);
}

function dateOfDay(day: string): Date {
  return new Date((parseDay(day) ?? NaN) * MILLISECONDS_PER_DAY);
}

/** The library writes the name of a calendar as it is: nothing in it may need escaping. */
function unescaped(text: string): string {
  return text.replace(/[\\;,\s\p{Cc}]+/gu, ' ').trim();
}
