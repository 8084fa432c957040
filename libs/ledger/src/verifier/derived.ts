import { builtInFactorSet } from '../catalogue/factor-set';
import type { Envelope } from '../entry/entry';
import { envelopeFact } from '../entry/envelope-fact';
import type { Fact } from '../scoring/fact';
import { history } from '../scoring/history';
import { SCORING_MODEL } from '../scoring/model';
import { score, type Score } from '../scoring/score';
import type { Findings } from './finding';
import { keysOf } from './keys';
import { FILE, fieldOf, readJson, type BundleFiles, type Manifest } from './manifest';

/** What `factor-sets.json` holds: the one that comes with the product, and those that entries put to agreement. */
export function factorSetsOf(envelopes: readonly Envelope[]) {
  const proposed = envelopes.filter(
    ({ facts }) => typeof facts['factorSet'] === 'object' && facts['factorSet'] !== null,
  );
  return {
    builtIn: builtInFactorSet,
    entries: proposed.map(({ revision, id, kind, facts }) => ({ revision, id, kind, factorSet: facts['factorSet'] })),
  };
}

/** What `scores.json` holds: the score of a day and the course until then, quarter by quarter, and what made them. */
export function scoresOf(relationship: string, facts: readonly Fact[], asOf: string) {
  return {
    model: SCORING_MODEL,
    score: score(facts, { relationship, asOf }),
    history: history(facts, { relationship, to: asOf, every: 'quarter' }),
  };
}

/** What was recomputed, for the verdict to show. */
export interface Recomputed {
  readonly model: string;
  readonly score: Score;
  /** Points of the course. */
  readonly points: number;
}

/**
 * Makes keys, factor sets and scores anew from the entries and compares them with those of the bundle.
 *
 * @param logKey the verifier key that signed the checkpoint; null where none did
 * @returns null where the scores could not be compared
 */
export function checkDerived(
  files: BundleFiles,
  { relationship, made }: Manifest,
  envelopes: readonly Envelope[],
  logKey: string | null,
  findings: Findings,
): Recomputed | null {
  if (logKey !== null) compare(FILE.keys, files, () => keysOf(envelopes, logKey), findings);
  const sets = read(FILE.factorSets, files, findings);
  if (sets === undefined) return null;
  const builtIn = nameIn({ builtIn: builtInFactorSet });
  if (nameIn(sets) !== builtIn) {
    const reason = `it was made with ${nameIn(sets)}, and this verifier has ${builtIn}: use the verifier of the bundle`;
    findings.add('incomplete', FILE.factorSets, reason);
    return null;
  }
  compareWith(FILE.factorSets, sets, () => factorSetsOf(envelopes), findings);
  const scores = read(FILE.scores, files, findings);
  if (scores === undefined) return null;
  const model = fieldOf(scores, 'model');
  if (model !== SCORING_MODEL) {
    const reason = `they were made by ${JSON.stringify(model)}, and this verifier has ${SCORING_MODEL}: use the verifier of the bundle`;
    findings.add('incomplete', FILE.scores, reason);
    return null;
  }
  const own = compareWith(
    FILE.scores,
    scores,
    () =>
      scoresOf(
        relationship,
        envelopes.map((envelope) => envelopeFact(envelope)),
        made,
      ),
    findings,
  );
  return own && { model: own.model, score: own.score, points: own.history.points.length };
}

function nameIn(sets: unknown): string {
  const builtIn = fieldOf(sets, 'builtIn');
  return [fieldOf(builtIn, 'id'), fieldOf(builtIn, 'version')].map((part) => JSON.stringify(part)).join('@');
}

function read(name: string, files: BundleFiles, findings: Findings): unknown {
  const bytes = files.get(name);
  if (bytes !== undefined) return readJson(name, bytes, findings);
  findings.add('incomplete', name, 'it is missing');
  return undefined;
}

function compare(name: string, files: BundleFiles, make: () => unknown, findings: Findings): void {
  const given = read(name, files, findings);
  if (given !== undefined) compareWith(name, given, make, findings);
}

/** What the entries make, where they agree with the file. */
function compareWith<Made>(name: string, given: unknown, make: () => Made, findings: Findings): Made | null {
  let made: Made;
  try {
    made = make();
  } catch (error) {
    // Whoever signs what no ledger would write can make the arithmetic fail in any way.
    const reason = error instanceof Error ? error.message : String(error);
    findings.add('invalid', name, `it cannot be made from the entries: ${reason.replace(/\.$/, '')}`);
    return null;
  }
  const difference = differenceOf(given, made, '');
  if (difference === null) return made;
  findings.add('invalid', name, difference);
  return null;
}

/** The first place where two JSON values differ, in words. */
function differenceOf(given: unknown, made: unknown, path: string): string | null {
  if (isTree(given) && isTree(made) && Array.isArray(given) === Array.isArray(made)) {
    const [a, b] = [given, made] as [Record<string, unknown>, Record<string, unknown>];
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const difference = differenceOf(a[key], b[key], path === '' ? key : `${path}.${key}`);
      if (difference !== null) return difference;
    }
    return null;
  }
  if (Object.is(given, made) || JSON.stringify(given) === JSON.stringify(made)) return null;
  return `${path} is ${shown(given)} there, and ${shown(made)} by the entries`;
}

function isTree(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

const SHOWN_CHARACTERS = 80;

function shown(value: unknown): string {
  const text = value === undefined ? 'not' : JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
