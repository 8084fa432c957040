import type { EntryReading } from '../scoring/entry-reading';
import type { Reading } from '../scoring/reading';

/**
 * Who has to do on a day what was asked of parties before: of one that left whoever took its place by novation, and all
 * where nobody of them is left.
 */
export function standInsOn(reading: Reading, day: number): (parties: readonly string[]) => readonly string[] {
  const present = reading.parties(day);
  const ofKind = (kind: string): readonly EntryReading[] =>
    reading.entries.filter((entry) => entry.fact.kind === kind && entry.inEffect && entry.day <= day);
  const left = new Set<unknown>(ofKind('party.left').map(({ data }) => data['party']));
  for (const party of present) left.delete(party);
  const successors = new Map<unknown, unknown>(
    ofKind('party.joined').map(({ data }) => [data['replaces'], data['party']]),
  );
  const standInFor = (party: string): string | undefined => {
    // Two may have taken each other's place.
    const passed = new Set<unknown>();
    let at: unknown = party;
    for (; left.has(at) && !passed.has(at); at = successors.get(at)) passed.add(at);
    return typeof at === 'string' && !passed.has(at) ? at : undefined;
  };
  return (parties) => {
    if (left.size === 0) return parties;
    const standIns = [...new Set(parties.flatMap((party) => standInFor(party) ?? []))];
    return standIns.length === 0 ? present : standIns;
  };
}
