import type { Baseline, CandidateRegister } from '@app/ledger';
import { emphasis } from '../output';
import { oneDecimal, percent } from './number';
import { plain } from './plain';
import { registerText } from './register';
import { table } from './table';

type Row = CandidateRegister['candidates'][number];

/** Candidates on a terminal: how they compare, what that rests on, and what it is not. */
export function candidatesText(register: CandidateRegister): string {
  const { candidates, selected, notice } = register;
  if (candidates.length === 0) return registerText(register, notice, 'No candidate was considered yet.');
  const chosen =
    selected === null
      ? 'No candidate is selected yet.'
      : `Selected ${selected.effective ?? '–'}: ${selected.candidate}. ${selected.reason ?? ''}`;
  return registerText(
    register,
    emphasis('yellow', notice),
    fitTable(candidates),
    ...doubtsText(candidates),
    levelTable(candidates),
    plain(chosen.trim()),
  );
}

function fitTable(candidates: readonly Row[]): string {
  return table(
    [
      { title: 'Rank', align: 'right' },
      { title: 'Candidate' },
      { title: 'Name' },
      { title: 'Likely fit', align: 'right' },
      { title: 'Low', align: 'right' },
      { title: 'High', align: 'right' },
      { title: 'Coverage', align: 'right' },
      { title: 'Confidence', align: 'right' },
      { title: 'Claimed', align: 'right' },
      { title: 'Documented', align: 'right' },
      { title: 'Confirmed', align: 'right' },
      { title: 'Entries', align: 'right' },
    ],
    candidates.map(({ rank, candidate, name, view, low, high, coverage, confidence, proofs, entries }) => [
      ...[rank === null ? '–' : String(rank), candidate, name ?? '–'],
      ...[view, low, high].map(oneDecimal),
      ...[coverage, confidence, proofs?.claimed, proofs?.documented].map(percent),
      ...[percent(proofs?.['confirmed-by-another-client']), String(entries.length)],
    ]),
  );
}

/** What a rank alone would hide. */
function doubtsText(candidates: readonly Row[]): string[] {
  const lines = candidates.flatMap(({ candidate, insufficientEvidence, tiedWith, notSeparatedFrom }) => [
    ...(insufficientEvidence ? [`${candidate}: insufficient evidence, too few factors are rated to rank it.`] : []),
    ...(tiedWith.length > 0 ? [`${candidate}: tied with ${tiedWith.join(', ')}.`] : []),
    ...(notSeparatedFrom.length > 0
      ? [`${candidate}: bounds overlap with ${notSeparatedFrom.join(', ')}; they could come out the other way round.`]
      : []),
  ]);
  return lines.length === 0 ? [] : [lines.join('\n')];
}

const PROOF_MARKS: Readonly<Record<string, string>> = {
  claimed: 'claimed',
  documented: 'documented',
  'confirmed-by-another-client': 'confirmed',
};

function levelTable(candidates: readonly Row[]): string {
  const codes = [...new Set(candidates.flatMap(({ factors }) => factors.map(({ code }) => code)))];
  return table(
    [{ title: 'Factor', align: 'right' }, ...candidates.map(({ candidate }) => ({ title: candidate }))],
    codes.map((code) => [
      String(code),
      ...candidates.map(({ factors }) => {
        const factor = factors.find((each) => each.code === code);
        if (factor?.level === null || factor === undefined) return '–';
        const stale = factor.status === 'stale' ? ', stale' : '';
        return `${factor.level} ${PROOF_MARKS[factor.proof ?? ''] ?? ''}${stale}`;
      }),
    ]),
  );
}

/** What the chosen candidate brings along. */
export function baselineText(answer: Baseline): string {
  const { notice, candidate, selected, checkpoint, baseline } = answer;
  return registerText(
    answer,
    emphasis('yellow', notice),
    `Of ${candidate}, selected by ${selected}; checkpoint of ${checkpoint.size} entries, root ${checkpoint.root}.`,
    table(
      [
        { title: 'Factor', align: 'right' },
        { title: 'Name' },
        { title: 'Level', align: 'right' },
        { title: 'Proof' },
        { title: 'Evidenced' },
        { title: 'Rated' },
      ],
      baseline.map(({ factor, name, level, proof, evidenced, effective }) => [
        ...[String(factor), name, String(level), proof ?? '–', evidenced ? 'yes' : 'no', effective ?? '–'],
      ]),
    ),
    'In the relationship each is proposed as a level agreed by the joint management team (rating.jmt-agreed), and has no effect before every party agreed.',
  );
}
