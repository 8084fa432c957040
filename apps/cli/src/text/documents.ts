import type { ExitRegister, PlanRegister } from '@app/ledger';
import { emphasis } from '../output';
import { plain, shortened } from './plain';
import { registerText } from './register';
import { table } from './table';

const FINDING_CHARACTERS = 48;

type Version = ExitRegister['exit'][number];

/** The exit strategy on a terminal: where it stands, its versions, what the latest holds, its reviews. */
export function exitText(register: ExitRegister): string {
  const { exit, triggered, handedOver } = register;
  return registerText(
    register,
    situationText(register),
    ...versionsText(exit),
    ...partsText(exit),
    ...triggered.map(
      ({ effective, reason, ends }) =>
        `Exit triggered ${effective ?? '–'}: ${plain(reason ?? '–')}${ends === null ? '' : `; it ends ${ends}`}`,
    ),
    ...handedOver.map(({ effective, to }) => `Handed over ${effective ?? '–'} to: ${plain(to ?? '–')}`),
  );
}

/** The relationship management plan, likewise. */
export function planText(register: PlanRegister): string {
  return registerText(register, situationText(register), ...versionsText(register.plan));
}

const SITUATIONS = {
  none: 'There is none yet.',
  proposed: 'Issued, not agreed by all.',
  agreed: 'Agreed by all.',
  triggered: 'Triggered: it is being carried out.',
  'handed-over': 'Carried out: handed over.',
} as const;

function situationText({ situation, nextReview, overdue, unreviewed }: ExitRegister | PlanRegister): string {
  const review =
    nextReview === null ? '' : ` Next review by ${nextReview}${overdue ? emphasis('red', ', overdue') : ''}.`;
  const changes = unreviewed.map(({ entry, kind, effective }) => `${kind} ${effective ?? ''} (${entry})`);
  const unsaid = changes.length === 0 ? '' : `\nChanged since: ${changes.join(', ')}.`;
  return `${SITUATIONS[situation]}${review}${unsaid}`;
}

function versionsText(versions: readonly Version[]): string[] {
  if (versions.length === 0) return [];
  const reviews = versions.flatMap((version) =>
    version.reviews.map((review) => [
      version.version ?? '–',
      review.effective ?? '–',
      review.by,
      review.changes.join(', ') || '–',
      review.finding === null ? '–' : shortened(review.finding, FINDING_CHARACTERS),
      review.counted ? 'yes' : 'no',
      review.status,
      review.nextReview ?? '–',
    ]),
  );
  return [
    table(
      [
        { title: 'Version' },
        { title: 'Situation' },
        { title: 'Issued' },
        { title: 'By' },
        { title: 'Agreed' },
        { title: 'Next review' },
        { title: 'Entries', align: 'right' },
      ],
      versions.map(({ version, situation, issued, issuedBy, agreed, nextReview, entries }) => [
        version ?? '–',
        situation,
        issued ?? '–',
        issuedBy ?? '–',
        agreed ?? '–',
        nextReview ?? '–',
        String(entries.length),
      ]),
    ),
    ...(reviews.length === 0
      ? []
      : [
          table(
            ['Of version', 'Reviewed', 'By', 'Because of', 'Finding', 'Counts', 'Status', 'Next review'].map(
              (title) => ({
                title,
              }),
            ),
            reviews,
          ),
        ]),
  ];
}

/** Of the version that was issued last. */
function partsText(versions: readonly Version[]): string[] {
  const { version, parts = null } = versions.findLast(({ issued }) => issued !== null) ?? {};
  if (parts === null) return [];
  const rows = Object.entries(parts).map(([part, words]) => {
    const title = part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return `  ${title.padEnd(22)}${plain(words ?? '–')}`;
  });
  return [`Parts of version ${plain(version ?? '–')}:\n${rows.join('\n')}`];
}
