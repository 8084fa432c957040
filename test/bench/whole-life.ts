import { kindOf, sampleJournal, type JournalLine } from '@app/ledger';

/** Families told once: again they would speak of the same parties, members, keys and rounds. */
const ONCE: ReadonlySet<string> = new Set(['frame', 'assessment', 'record', 'selection']);

/**
 * A journal of which every register has rows: the sample contract told again and again, each time of other issues,
 * meetings, benefits and so on.
 */
export function* wholeLife(relationship: string, entries: number): Generator<string> {
  const lines = sampleJournal();
  let count = 0;
  for (let telling = 0; count < entries; telling += 1) {
    const told = new Set<string>();
    for (const line of lines) {
      const { answers } = line;
      if (answers === undefined ? telling > 0 && isOnce(line) : !told.has(answers)) continue;
      if (count === entries) return;
      count += 1;
      told.add(line.id);
      yield JSON.stringify({ ...retold(line, telling), relationship });
    }
  }
}

function isOnce({ kind }: JournalLine): boolean {
  return ONCE.has(kindOf(kind)?.family ?? '');
}

/** The same of other things: every id has the number of the telling behind it. */
function retold(line: JournalLine, telling: number): JournalLine {
  if (telling === 0) return line;
  const renamed = (id: string): string => `${id}.${telling}`;
  const data = { ...line.data };
  for (const { name, type } of kindOf(line.kind)?.fields ?? []) {
    const value = data[name];
    if (type === 'id' && typeof value === 'string') data[name] = renamed(value);
  }
  const answers = line.answers === undefined ? {} : { answers: renamed(line.answers) };
  return { ...line, ...answers, id: renamed(line.id), data };
}
