import type { Schemas } from '../api/client';

export type Round = Schemas['RoundAnswer'];
export type RoundLevel = Schemas['RoundLevelAnswer'];
type Entry = Schemas['EntryAnswer'];

/** What the parties said of a factor, side by side. */
export interface LevelRow {
  readonly factor: number;
  readonly levels: readonly { readonly party: string; readonly level: number | null; readonly evidenced: boolean }[];
  /** Levels between the highest and the lowest; null while fewer than two rated it. */
  readonly gap: number | null;
}

/** The factors of a revealed round: the widest gap first, what only some rated after those, in the order of the method. */
export function rowsByGap({ factors, parties, levels }: Round): LevelRow[] {
  const rows = factors.map((factor): LevelRow => {
    const given = levels.filter((level) => level.factor === factor);
    const heights = given.map(({ level }) => level);
    return {
      factor,
      levels: parties.map(({ party }) => {
        const own = given.find((level) => level.party === party);
        return { party, level: own?.level ?? null, evidenced: own?.evidenced ?? false };
      }),
      gap: given.length < 2 ? null : Math.max(...heights) - Math.min(...heights),
    };
  });
  return rows.toSorted((a, b) => rank(b) - rank(a) || a.factor - b.factor);
}

/** What only one side rated comes before what all see alike. */
function rank({ gap }: LevelRow): number {
  return gap ?? 0.25;
}

/** Whether its last day is over. */
export function isOver({ closes }: Round, today: string): boolean {
  return closes !== null && closes < today;
}

/** Whether a party can close a round now: who has not rated cannot, once another has and before its last day is over. */
export function mayClose(round: Round, party: string, today: string): boolean {
  if (round.situation !== 'open') return false;
  if (isOver(round, today) || round.parties.every(({ commitments }) => commitments === 0)) return true;
  return round.parties.some((each) => each.party === party && each.commitments > 0);
}

/** A name for a round of the day that no other has. */
export function newRoundId(day: string, taken: readonly string[]): string {
  const first = `round-${day}`;
  for (let count = 2, id = first; ; count += 1) {
    if (!taken.includes(id)) return id;
    id = `${first}-${count}`;
  }
}

/** The latest joint level of each factor that was proposed since a round was opened, and before the next one was. */
export function jointLevels(entries: readonly Entry[], round: Round, rounds: readonly Round[]): Map<number, Entry> {
  const from = round.opened ?? '';
  const next = rounds.flatMap(({ opened }) => (opened !== null && opened > from ? [opened] : [])).toSorted()[0];
  const since = entries.filter(({ effective, status, correlation }) => {
    if (status === 'voided') return false;
    if (correlation !== null) return correlation === round.id;
    return effective !== null && effective >= from && (next === undefined || effective < next);
  });
  return new Map(since.flatMap((entry) => (entry.factor === null ? [] : [[entry.factor, entry]])));
}

/** Whether another joint level can be proposed: none was yet, or the other side saw the last one differently. */
export function mayProposeLevel(last: Pick<Entry, 'status'> | null): boolean {
  return last === null || last.status === 'disputed';
}

/** Open rounds in which a party has handed in nothing yet. */
export function roundsWaitingFor(rounds: readonly Round[], party: string | null, today: string): Round[] {
  return rounds.filter(
    (round) =>
      round.situation === 'open' &&
      !isOver(round, today) &&
      round.parties.some((each) => each.party === party && each.commitments === 0),
  );
}
