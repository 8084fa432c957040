import type { Json, JsonObject } from '@app/event-store';
import type { CheckedBody } from './check';

/** Whose words they are; of a journal line also by which member and when. */
export interface Saying {
  readonly party: string;
  readonly member?: string | null;
  readonly loggedBy?: string | null;
  readonly recorded?: number | string | null;
}

/** All that was said, for its hash to tell it from anything else: keys in the order of canonical JSON. */
export function said(body: CheckedBody, { party, member, loggedBy = null, recorded }: Saying): JsonObject {
  // The type names every field: one that was forgotten here would let another body pass for the same.
  const words: Record<keyof CheckedBody | 'party', Json> & JsonObject = {
    answers: body.answers,
    causation: body.causation,
    correlation: body.correlation,
    data: body.data,
    effective: body.effective,
    evidence: body.evidence as unknown as Json,
    evidenced: body.evidenced,
    factor: body.factor,
    kind: body.kind.kind,
    level: body.level,
    ...(loggedBy !== null && { loggedBy }),
    ...(member !== undefined && { member }),
    party,
    ...(recorded !== undefined && { recorded }),
    severity: body.severity,
    sign: body.sign,
    source: body.source,
    tags: body.tags,
    text: body.text,
  };
  return words;
}
