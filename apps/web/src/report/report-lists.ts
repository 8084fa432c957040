import type { TFunction } from 'i18next';
import type { Schemas } from '../api/client';
import { lastDayOf } from '../replay/film';
import { dutyTitle } from '../due/duty-title';
import { asItReads } from '../frame/as-it-reads';
import { formatChange, formatDate } from '../texts/format';
import type { Answers, Made } from './answers';
import { publicAlone, type Reason } from './public-edition';
import type { Block } from './report';
import { shows } from './report-numbers';
import { partyWord } from '../texts/party-word';

/** How many of each list stand in a report. */
const MAX_LISTED = 8;

/** What a report lists, as its edition may. */
export interface Lists {
  readonly top: readonly Schemas['TopEntryAnswer'][];
  readonly due: readonly Schemas['DueItemAnswer'][];
  readonly to: string;
  readonly notShown: number;
  readonly byId: ReadonlyMap<string, Schemas['EntryAnswer']>;
  readonly leftOut: Readonly<Record<Reason, number>>;
  /** Entries and matters that would be listed. */
  readonly all: number;
}

/** The entries that the lists of a report are about, as far as they are read one by one. */
export function entriesListed(
  top: readonly Schemas['TopEntryAnswer'][],
  due: readonly Schemas['DueItemAnswer'][],
  compare: string,
): readonly string[] {
  const rows = [
    ...topSince(top, compare).map(({ entry }) => entry),
    ...due.slice(0, MAX_LISTED).map(({ entry }) => entry),
  ];
  return [...new Set(rows)].toSorted();
}

function topSince(top: readonly Schemas['TopEntryAnswer'][], compare: string): Schemas['TopEntryAnswer'][] {
  return top
    .filter(({ effective, effect }) => effective !== null && lastDayOf(effective) > compare && shows(effect))
    .slice(0, MAX_LISTED);
}

/** Null for who may not read entries. */
export function listsOf({ entries }: Answers, { compare, isPublic }: Made): Lists | null {
  if (entries === null) return null;
  const { inReplyTime } = entries;
  const byId = new Map([...entries.byId].map(([id, entry]) => [id, asItReads(entry)]));
  const top = topSince(entries.top, compare);
  const due = entries.due.due.slice(0, MAX_LISTED);
  const listed = { top, due, to: entries.due.to, notShown: entries.due.due.length - due.length + entries.due.notShown };
  const rows = [...top, ...due].flatMap(({ entry }) => byId.get(entry) ?? []);
  const none = { marked: 0, disputed: 0, 'reply-time': 0, withdrawn: 0 };
  if (!isPublic) return { ...listed, byId, leftOut: none, all: rows.length };
  const open = publicAlone(rows, inReplyTime);
  // What could not be read is not known to be for the public.
  const isOpen = ({ entry }: { entry: string }): boolean => open.listed.some(({ id }) => id === entry);
  return {
    ...listed,
    top: top.filter(isOpen),
    due: due.filter(isOpen),
    byId,
    leftOut: open.leftOut,
    all: rows.length,
  };
}

export function movedOf(lists: Lists | null, t: TFunction): Block[] {
  if (lists === null) return [];
  if (lists.top.length === 0) return [{ is: 'text', text: t('report.moved-none') }];
  return [
    {
      is: 'table',
      table: {
        label: t('report.moved'),
        columns: [t('report.entry'), t('report.day'), t('report.by'), t('report.state'), t('report.effect')],
        words: 4,
        rows: lists.top.map(({ entry, title, party, effective, factor, status, effect }) => {
          const text = lists.byId.get(entry)?.text ?? '';
          return {
            entry,
            cells: [
              `${title}${factor === null ? '' : ` (${factor})`}${text === '' ? '' : `: ${text}`}`,
              formatDate(effective),
              partyWord(t, party),
              t(`words.status.${status}`),
              formatChange(effect),
            ],
          };
        }),
      },
    },
  ];
}

export function dueOf(lists: Lists | null, t: TFunction): Block[] {
  if (lists === null) return [];
  const to = formatDate(lists.to);
  if (lists.due.length === 0) return [{ is: 'text', text: t('report.due-none', { to }) }];
  return [
    {
      is: 'table',
      table: {
        label: t('report.due-label', { to }),
        columns: [t('report.entry'), t('report.who'), t('report.when')],
        words: 3,
        rows: lists.due.map(({ kind, title, parties, due, overdue, entry }) => ({
          entry,
          cells: [
            dutyTitle({ kind, title }, t),
            parties.map((party) => partyWord(t, party)).join(', '),
            overdue ? t('report.overdue', { day: formatDate(due) }) : formatDate(due),
          ],
        })),
      },
    },
    ...(lists.notShown > 0 ? [{ is: 'text' as const, text: t('report.due-more', { count: lists.notShown }) }] : []),
  ];
}

/** What the edition, or who it is for, leaves out. */
export function leftOutOf(lists: Lists | null, { entries }: Answers, isPublic: boolean, t: TFunction): string[] {
  const reporter = entries === null ? [t('report.left-out-reporter')] : [];
  if (!isPublic) return reporter;
  if (lists === null) return [...reporter, t('report.left-out-lists-none'), t('report.public-scores')];
  const { marked, disputed, withdrawn, 'reply-time': replyTime } = lists.leftOut;
  const count = marked + disputed + withdrawn + replyTime;
  return [
    t('report.left-out-public', { count, all: lists.all, marked, disputed, replyTime, withdrawn }),
    t('report.public-scores'),
  ];
}
