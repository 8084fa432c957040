import type { JsonObject } from '@app/event-store';
import { canonicalJson } from '@app/integrity';
import { factorSetName, type FactorSet } from '../catalogue/factor-set';
import { kindOf, type Severity, type Sign } from '../catalogue/catalogue';
import { Problem } from '../problems';
import { checkAnswer, isOfKeys } from './answers';
import type { CheckedBody, Origin } from './check';
import type { Evidence } from './entry';
import { checkCited, citesEvidence } from './evidence';
import { factsOf } from './facts';
import { checkFactor, checkNotFuture, checkParty } from './known';
import type { KnownReferences, RecordedPlace } from './references';
import { resolveBearing } from './resolve';
import type { LedgerState } from './state';
import { invalid } from './shape';

/** An entry ready to be recorded: everything resolved, nothing that the ledger itself adds. */
export interface Content {
  readonly kind: string;
  readonly effective: string | null;
  readonly party: string;
  readonly member: string | null;
  /** The party of the member who logged a third party's entry. */
  readonly loggedBy: string | null;
  /** Whether a sponsor of the party says it; known of live entries alone. */
  readonly sponsor?: boolean;
  readonly factor: number | null;
  readonly sign: Sign | null;
  readonly severity: Severity | null;
  readonly level: number | null;
  readonly evidenced: boolean | null;
  readonly text: string | null;
  readonly data: JsonObject;
  readonly evidence: readonly Evidence[];
  readonly tags: readonly string[];
  readonly source: string | null;
  readonly answers: string | null;
  readonly correlation: string | null;
  readonly causation: string | null;
}

export type Authorship = Pick<Content, 'party' | 'member' | 'loggedBy' | 'sponsor'>;

/**
 * Checks a body against the relationship's ledger and resolves what it leaves open. What may follow what is not checked
 * here: that binds live commands only.
 *
 * @param references what signs may follow from; of an import also what later lines of the file say
 * @throws Problem
 */
export function contentOf(
  state: LedgerState,
  body: CheckedBody,
  author: Authorship,
  origin: Origin,
  place: RecordedPlace,
  references: KnownReferences = state.references,
): Content {
  const { kind } = body;
  checkParty(state, author.party, 'party');
  checkWriter(body, author.party, origin);
  checkNotFuture(kind, body.effective, place.recorded);
  const bearing = resolveBearing(body, origin, place, references);
  checkFactor(state, bearing.factor);
  checkRatedFactors(state, body);
  if (origin === 'live') checkCited(state, body.evidence);
  if (kind.kind === 'factorset.agreed' || kind.kind === 'factorset.proposed') checkSameVersion(state, body);
  const data = kind.answer === true ? checkAnswer(state, { body, author, origin }) : body.data;
  return {
    kind: kind.kind,
    effective: body.effective,
    ...author,
    ...bearing,
    level: body.level,
    evidenced: kind.rating === true ? evidencedOf(body, origin) : null,
    text: body.text,
    data,
    evidence: body.evidence,
    tags: body.tags,
    source: body.source,
    answers: body.answers,
    correlation: body.correlation,
    causation: body.causation,
  };
}

/** Who may write which kind: derived ones are the ledger's, open ratings a party's own. */
function checkWriter({ kind, factor, sign, severity }: CheckedBody, party: string, origin: Origin): void {
  const byLedger = kind.derived !== undefined || kind.byLedger === true;
  // What it derived, and nothing else, it may take back.
  if (party === 'ledger' && !byLedger && kind.kind !== 'entry.voided') {
    throw new Problem('invalid-entry', `party: the ledger itself never writes ${kind.kind}`, 'party');
  }
  if (party !== 'ledger' && (kind.derived === true || kind.byLedger === true)) {
    throw new Problem('kind-not-writable', `kind: only the ledger itself writes ${kind.kind}`, 'kind');
  }
  if (origin === 'live' && party === 'ledger') {
    throw new Problem('kind-not-writable', 'party: nobody speaks for the ledger', 'party');
  }
  if (party === 'ledger' && kind.derived !== undefined) {
    const differs = (given: unknown, own: unknown): boolean => given !== null && given !== own;
    if (differs(factor, kind.factor) || differs(sign, kind.sign) || differs(severity, kind.severity)) {
      throw invalid('factor', `what the catalogue says: derived entries take no factor, sign or severity of their own`);
    }
  }
  if (kind.kind === 'rating.given' && (party === 'joint' || party === 'third-party')) {
    throw new Problem(
      'invalid-entry',
      'party: only a party rates; log rating.jmt-agreed for a level agreed by all',
      'party',
    );
  }
}

function checkRatedFactors(state: LedgerState, { data }: CheckedBody): void {
  const { ratings, factors } = data;
  if (Array.isArray(ratings)) {
    for (const rating of ratings as readonly { readonly factor: number }[]) checkFactor(state, rating.factor);
  }
  if (Array.isArray(factors)) for (const factor of factors as readonly number[]) checkFactor(state, factor);
}

/** A version is immutable: the same name never stands for other content. */
function checkSameVersion(state: LedgerState, { data }: CheckedBody): void {
  const set = factsOf('factorset.agreed', data)['factorSet'] as unknown as FactorSet | undefined;
  if (set === undefined) return;
  const known = state.factorSets.get(factorSetName(set));
  if (known !== undefined && known !== canonicalJson(set)) {
    throw invalid('data.factorSet.version', 'a new version: this one was agreed with other content');
  }
}

/** What the line says on import, or else whether the entry cites a file, a link or an entry of the ledger. */
function evidencedOf(body: CheckedBody, origin: Origin): boolean {
  const cites = citesEvidence(body.evidence);
  if (origin === 'live' && body.evidenced === true && !cites) {
    throw invalid('evidenced', 'evidence (a file, a link or an entry) where it is true');
  }
  return origin === 'import' && body.evidenced !== null ? body.evidenced : cites;
}

/** The kind that a correction changes; undefined for every other entry. */
function correctedKind(state: LedgerState, content: Content): string | undefined {
  if (content.kind !== 'entry.corrected' || content.answers === null) return undefined;
  const kind = state.reading.entry(content.answers)?.fact.kind;
  return kind !== undefined && kindOf(kind) !== undefined ? kind : undefined;
}

/** What of an entry goes into its envelope: `factsOf` its data, who logged a third party's, which keys a sponsor backs. */
export function factsOfContent(state: LedgerState, content: Content): JsonObject {
  return {
    ...factsOf(content.kind, content.data, correctedKind(state, content)),
    ...(content.loggedBy !== null && { loggedBy: content.loggedBy }),
    ...(content.sponsor === true && isAboutKeys(state, content) && { sponsor: true }),
  };
}

function isAboutKeys(state: LedgerState, { kind, answers }: Content): boolean {
  const answered = answers === null ? undefined : state.reading.entry(answers)?.fact.kind;
  return isOfKeys(answered ?? kind);
}
