/** Factors of the built-in set that the entries bear on. */
const FACTORS = [601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 612, 613, 614, 615];
const SEVERITIES = ['minor', 'moderate', 'major'];
const PARTIES = ['client', 'provider'];
export const FIRST_DAY = Date.UTC(2015, 3, 1);
export const DAYS = 3_650;
const DAY_MS = 86_400_000;

const TEXTS = [
  'The provider told the joint management team of the delay before anybody asked, and what it would do about it.',
  'The client changed the order of the works without asking what that would cost; it was talked about afterwards.',
  'Both sides looked at the quarter’s figures together and agreed on what they mean for the next one.',
  'A gang was sent home because the permit had not been asked for; the same had happened in the spring.',
];

/** A day of the ten years as `YYYY-MM-DD`. */
export function dateOf(day: number): string {
  return new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * A journal of ten years, always the same: notes, behaviour and ratings by both parties, most of them answered, some
 * corrected, evenly over the days.
 */
export function* journal(relationship: string, entries: number): Generator<string> {
  let seed = 20_150_401;
  const below = (bound: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * bound);
  };
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[below(items.length)];
  /** Entries that the other side has not yet answered. */
  const open: { readonly id: string; readonly party: string }[] = [];
  for (let number = 0; number < entries; number += 1) {
    const day = Math.floor((number / entries) * DAYS);
    const id = `e-${number}`;
    const recorded = new Date(FIRST_DAY + ((number + 1) / entries) * DAYS * DAY_MS).toISOString();
    const line = { id, relationship, recorded };
    if (number === 0) {
      const data = { title: 'Ten years', client: 'North Council', provider: 'Fieldway', start: dateOf(0) };
      yield JSON.stringify({ ...line, kind: 'relationship.established', effective: dateOf(0), party: 'client', data });
      continue;
    }
    const answered = number % 5 < 2 ? open.shift() : undefined;
    if (answered !== undefined) {
      const [party, kind] =
        below(12) === 0
          ? [answered.party, 'entry.corrected']
          : [PARTIES.find((each) => each !== answered.party), below(10) === 0 ? 'entry.disputed' : 'entry.agreed'];
      const change = kind === 'entry.corrected' ? { data: { severity: 'minor' } } : {};
      yield JSON.stringify({ ...line, kind, party, member: 'm-2', answers: answered.id, text: 'Seen.', ...change });
      continue;
    }
    const party = pick(PARTIES) ?? 'client';
    const common = { ...line, effective: dateOf(day), party, member: 'm-1', factor: pick(FACTORS), text: pick(TEXTS) };
    if (below(6) === 0) {
      yield JSON.stringify({ ...common, kind: 'rating.given', level: below(5), evidenced: below(2) === 0 });
      continue;
    }
    open.push({ id, party });
    yield JSON.stringify({
      ...common,
      kind: 'note.logged',
      sign: below(3) === 0 ? '-' : '+',
      severity: pick(SEVERITIES),
      data: { category: pick(['openness', 'planning', 'cost']) },
      source: `Minutes of the joint management team, ${dateOf(day)}`,
    });
  }
}
