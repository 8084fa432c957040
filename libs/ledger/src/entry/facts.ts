import type { Json, JsonObject } from '@app/event-store';
import { kindOf, type FieldType } from '../catalogue/catalogue';
import type { FactorSet } from '../catalogue/factor-set';
import { ID_PATTERN } from './limits';

/** Field types without prose, names or amounts: they may stand in the envelope, which is never erased. */
const LIFTED: ReadonlySet<FieldType> = new Set<FieldType>([
  'id', 'party', 'date', 'instant', 'choice', 'number', 'boolean', 'level', 'factors', 'ratings', 'hash',
]); // prettier-ignore

/** Fields without prose though the catalogue types them as text: keys and checkpoints, which the proof itself needs. */
const LIFTED_OF_THE_RECORD: Readonly<Record<string, readonly string[]>> = {
  'key.registered': ['keyId', 'publicKey'],
  'key.revoked': ['keyId'],
  'logkey.rotated': ['old', 'new'],
  'record.broken': ['lastCheckpoint'],
};

/** Top-level fields that a correction may change and that scoring reads. */
const SCORED = ['effective', 'factor', 'sign', 'severity', 'level', 'evidenced'] as const;

/**
 * What of `data` goes into the envelope: everything that scoring, rules and clocks read, and no prose. Of a correction:
 * what it changes, with null for what it removes.
 *
 * @param targetKind of a correction, the kind of the entry that it corrects
 */
export function factsOf(kind: string, data: JsonObject, targetKind?: string): JsonObject {
  const facts: Record<string, Json> = {};
  const described = kindOf(targetKind ?? kind);
  for (const [name, value] of Object.entries(data)) {
    const field = described?.fields.find((candidate) => candidate.name === name);
    if (targetKind !== undefined && field === undefined && (SCORED as readonly string[]).includes(name))
      facts[name] = value;
    else if (field?.type === 'factor-set') facts[name] = value === null ? null : scoringPart(value);
    else if (field !== undefined && LIFTED.has(field.type)) facts[name] = value;
    else if (LIFTED_OF_THE_RECORD[targetKind ?? kind]?.includes(name)) facts[name] = value;
    // Ids that the catalogue types as text (the party that joins), or that an import adds to a kind that asks for none.
    else if ((name === 'about' || name === 'party') && (value === null || isId(value))) facts[name] = value;
  }
  return facts;
}

function isId(value: Json): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value);
}

/** The rubric and the drivers stay in the payload: no score reads them. */
function scoringPart(value: Json): JsonObject {
  const { id, version, groups, factors, parameters } = value as unknown as FactorSet;
  return {
    id,
    version,
    groups: groups.map((group) => ({ id: group.id, name: group.name, factors: group.factors })),
    factors: factors.map(({ code, weight, name }) => ({ code, weight, name })),
    parameters: parameters as unknown as JsonObject,
  };
}
