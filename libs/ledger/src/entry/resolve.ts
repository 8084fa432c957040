import type { Severity, Sign } from '../catalogue/catalogue';
import { Problem } from '../problems';
import type { CheckedBody, Origin } from './check';
import { severityFromData, signFromData, type RecordedPlace, type KnownReferences } from './references';

/** What an entry bears on, resolved once when it is recorded and stored with it. */
export interface Bearing {
  readonly factor: number | null;
  readonly sign: Sign | null;
  readonly severity: Severity | null;
}

/**
 * Factor, sign and severity: what the entry gives, else what its data says, else the catalogue's default (scoring.md
 * "Reading the entries" rules 8 and 9).
 *
 * @throws Problem `sign-contradicts-data`, `no-fault`
 */
export function resolveBearing(
  body: CheckedBody,
  origin: Origin,
  place: RecordedPlace,
  references: KnownReferences,
): Bearing {
  const { kind } = body;
  if (kind.answer === true) return { factor: null, sign: null, severity: null };
  const factor = body.factor ?? kind.factor;
  if (kind.rating === true) return { factor, sign: null, severity: null };

  const said = signFromData(kind.kind, body.data, place, references);
  if (body.sign !== null && contradicts(body.sign, said) && (origin === 'live' || CHECKED_ON_IMPORT.has(kind.kind))) {
    throw new Problem(
      'sign-contradicts-data',
      `sign: "${body.sign}" was given, the data of ${kind.kind} says "${said}"`,
      'sign',
    );
  }
  const sign = body.sign ?? said ?? kind.sign;
  if (sign === '-' && kind.noFault === true) {
    throw new Problem('no-fault', `sign: ${kind.kind} never carries a minus`, 'sign');
  }
  const severity =
    body.severity ??
    severityFromData(kind.kind, body.data, place, references) ??
    kind.severity ??
    (sign === '0' ? null : 'moderate');
  return { factor, sign, severity };
}

/** What may follow what binds live commands only; that an entry does not contradict its own data binds imports too. */
const CHECKED_ON_IMPORT: ReadonlySet<string> = new Set(['behaviour.observed', 'indicator.measured', 'trust.measured']);

/** A plus against what the data calls a miss or a breach, or a minus against what it calls kept. */
function contradicts(given: Sign, said: Sign | null): boolean {
  return said !== null && ((given === '+' && said !== '+') || (given === '-' && said === '+'));
}
