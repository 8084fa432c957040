import type { Fact, Trail, TrailEntry } from '@app/ledger';
import { emphasis } from '../output';
import { plain } from './plain';

/**
 * The audit trail, a paragraph an entry: what, when, who said it, who agreed, and the words and evidence behind it.
 * Who answered is looked up among all facts: a filter may have left the answers out.
 */
export function trailText({ count, entries }: Trail, facts: readonly Fact[], party?: string): string {
  const parties = [...new Set(facts.map((fact) => fact.party))];
  if (party !== undefined && !parties.includes(party)) {
    return `0 entries\n\nNo entry is by a party "${plain(party)}"; there are entries by ${parties.join(', ')}.`;
  }
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return [`${count} ${count === 1 ? 'entry' : 'entries'}`, ...entries.map((entry) => paragraph(entry, byId))].join(
    '\n\n',
  );
}

function paragraph(entry: TrailEntry, byId: ReadonlyMap<string, Fact>): string {
  const bearing = [
    entry.factor === null ? '' : String(entry.factor),
    entry.sign ?? '',
    entry.severity ?? '',
    entry.level === null ? '' : `level ${entry.level}`,
  ].filter(Boolean);
  const head = [`#${entry.revision}`, entry.id, emphasis('bold', entry.kind), entry.effective ?? '', ...bearing];
  const lines = [
    head.filter(Boolean).join('  '),
    standing(entry, byId),
    entry.text === null ? '' : plain(entry.text),
    Object.keys(entry.data).length === 0 ? '' : plain(JSON.stringify(entry.data)),
    ...entry.evidence.map((item) => `evidence: ${plain(Object.values(item).join(' '))}`),
    entry.source === null ? '' : `source: ${plain(entry.source)}`,
  ];
  return lines.filter(Boolean).join('\n    ');
}

function standing(entry: TrailEntry, byId: ReadonlyMap<string, Fact>): string {
  const by = entry.member === null ? entry.party : `${entry.party} (${entry.member})`;
  const recorded = entry.imported
    ? `recorded ${entry.recorded}, imported ${entry.ledgerRecorded}`
    : `recorded ${entry.recorded}`;
  const says = entry.answers === null ? `by ${by}` : `by ${by} on ${entry.answers}`;
  const answers = entry.answeredBy.map((id) => {
    const answer = byId.get(id);
    return answer === undefined ? id : `${answer.kind.replace('entry.', '')} by ${answer.party} (${id})`;
  });
  return [entry.status ?? '', says, ...answers, recorded].filter(Boolean).join('; ');
}
