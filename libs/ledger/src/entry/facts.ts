import type { Json, JsonObject } from '@app/event-store';
import { canonicalJson } from '@app/integrity';
import { kindOf, type FieldType } from '../catalogue/catalogue';
import { builtInFactorSet, type EscalationLadder, type FactorSet } from '../catalogue/factor-set';
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

const BUILT_IN_LADDER =
  builtInFactorSet.escalationLadder && canonicalJson(ladderPart(builtInFactorSet.escalationLadder));

/** The rubric and the drivers stay in the payload: no score and no clock reads them. */
function scoringPart(value: Json): JsonObject {
  const { id, version, groups, factors, parameters, escalationLadder } = value as unknown as FactorSet;
  const ladder = escalationLadder === undefined ? null : ladderPart(escalationLadder);
  return {
    id,
    version,
    groups: groups.map((group) => ({ id: group.id, name: group.name, factors: group.factors })),
    factors: factors.map(({ code, weight, name }) => ({ code, weight, name })),
    parameters: parameters as unknown as JsonObject,
    // A set that names none has that of the built-in set.
    ...(ladder !== null && canonicalJson(ladder) !== BUILT_IN_LADDER && { escalationLadder: ladder }),
  };
}

function ladderPart(ladder: EscalationLadder): JsonObject {
  return {
    calendar: ladder.calendar,
    levels: ladder.levels.map(({ level, name, workingDays, statementWithinWorkingDays }) => ({
      level,
      name,
      workingDays,
      ...(typeof statementWithinWorkingDays === 'number' && { statementWithinWorkingDays }),
    })),
  };
}
