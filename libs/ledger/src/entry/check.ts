import { builtInFactorSet, type FactorSetParameters } from '../catalogue/factor-set';
import {
  SEVERITIES,
  isLedgersAlone,
  kindOf,
  makesId,
  unknownKind,
  type Field,
  type Kind,
  type Severity,
  type Sign,
} from '../catalogue/catalogue';
import type { JsonObject } from '@app/event-store';
import { Problem } from '../problems';
import { parseEffective, parseInstant } from '../scoring/days';
import type { Evidence } from './entry';
import { MAX_KEY_LENGTH, MAX_TEXT_LENGTH, MAX_WORKING_DAYS } from './limits';
import * as shape from './shape';

/**
 * `live`: a person logs it now, and the catalogue's required fields are required; `import`: an earlier record; `ledger`:
 * the ledger itself records what happened to the record.
 */
export type Origin = 'live' | 'import' | 'ledger';

/** What was said, each field of the right shape and nothing resolved yet. Absent fields are null or empty. */
export interface CheckedBody {
  readonly kind: Kind;
  readonly effective: string | null;
  readonly factor: number | null;
  readonly sign: Sign | null;
  readonly severity: Severity | null;
  readonly level: number | null;
  readonly evidenced: boolean | null;
  readonly text: string | null;
  readonly data: JsonObject;
  readonly tags: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly answers: string | null;
  readonly source: string | null;
  readonly correlation: string | null;
  readonly causation: string | null;
}

export const BODY_FIELDS = [
  'kind', 'effective', 'factor', 'sign', 'severity', 'level', 'evidenced', 'text', 'data', 'tags', 'evidence',
  'answers', 'source', 'correlation', 'causation',
] as const; // prettier-ignore

const SIGNS: readonly Sign[] = ['+', '-', '0'];

/** A date as precise as it was given, without a time. */
export const date: shape.Shape<string> = (value, field) => {
  if (typeof value !== 'string') throw shape.invalid(field, 'a date as YYYY, YYYY-MM or YYYY-MM-DD');
  const parsed = parseEffective(value);
  if (parsed === null || parsed.precision === 'instant') {
    throw new Problem('invalid-date', `${field}: ${quote(value)} is no date as YYYY, YYYY-MM or YYYY-MM-DD`, field);
  }
  return value;
};

const instant: shape.Shape<string> = (value, field) => {
  if (typeof value !== 'string' || parseInstant(value) === null) {
    throw new Problem(
      'invalid-date',
      `${field}: ${quote(value)} is no RFC 3339 instant of at most milliseconds`,
      field,
    );
  }
  return value;
};
export { instant };

const rating: shape.Shape<JsonObject> = (value, field) => {
  const given = shape.fields(value, field, ['factor', 'level', 'evidenced']);
  return {
    factor: shape.factorCode(given['factor'], `${field}.factor`),
    level: shape.level(given['level'], `${field}.level`),
    evidenced: given['evidenced'] === undefined ? false : shape.boolean(given['evidenced'], `${field}.evidenced`),
  };
};

/** Throws unless the value is a whole factor set: scoring.md "Factor set versions", interfaces.md on `factorset.agreed`. */
const factorSet: shape.Shape<JsonObject> = (value, field) => {
  const set = shape.jsonObject(value, field);
  shape.text(MAX_KEY_LENGTH)(set['id'], `${field}.id`);
  shape.text(MAX_KEY_LENGTH)(set['version'], `${field}.version`);
  const codes = shape.listOf((item, path) => {
    const factor = shape.jsonObject(item, path);
    const code = shape.factorCode(factor['code'], `${path}.code`);
    if (code === 600) throw shape.invalid(`${path}.code`, 'any code but 600, which is computed');
    if (shape.number(factor['weight'], `${path}.weight`) <= 0)
      throw shape.invalid(`${path}.weight`, 'a weight above 0');
    shape.text(MAX_KEY_LENGTH * 2)(factor['name'], `${path}.name`);
    return code;
  })(set['factors'], `${field}.factors`);
  if (new Set(codes).size !== codes.length) throw shape.invalid(`${field}.factors`, 'each factor once');
  if (!codes.includes(615)) throw shape.invalid(`${field}.factors`, 'factor 615, the exit strategy, among the factors');
  const grouped = shape.listOf((item, path) => {
    const group = shape.jsonObject(item, path);
    shape.id(group['id'], `${path}.id`);
    shape.text(MAX_KEY_LENGTH * 2)(group['name'], `${path}.name`);
    return shape.listOf(shape.factorCode)(group['factors'], `${path}.factors`);
  })(set['groups'], `${field}.groups`);
  if (grouped.flat().toSorted().join() !== codes.toSorted().join()) {
    throw shape.invalid(`${field}.groups`, 'groups that hold each factor exactly once');
  }
  sameShape(builtInFactorSet.parameters, set['parameters'], `${field}.parameters`);
  checkParameters(set['parameters'] as unknown as FactorSetParameters, `${field}.parameters`);
  if (set['escalationLadder'] !== undefined) checkLadder(set['escalationLadder'], `${field}.escalationLadder`);
  return set;
};

/** Choices of a field of the catalogue. */
function choicesOf(kind: string, name: string): readonly string[] {
  return (kindOf(kind)?.fields.find((field) => field.name === name)?.of ?? []).map(String);
}

/** Levels from 1 on, each with a time limit; the last may have none. */
function checkLadder(value: unknown, field: string): void {
  const ladder = shape.jsonObject(value, field);
  shape.oneOf(choicesOf('relationship.established', 'calendar'))(ladder['calendar'], `${field}.calendar`);
  const numbers = shape.listOf((item, path) => {
    const level = shape.jsonObject(item, path);
    shape.text(MAX_KEY_LENGTH * 2)(level['name'], `${path}.name`);
    if (level['workingDays'] !== null) workingDays(level['workingDays'], `${path}.workingDays`);
    const statement = level['statementWithinWorkingDays'] ?? null;
    if (statement !== null) workingDays(statement, `${path}.statementWithinWorkingDays`);
    return String(shape.number(level['level'], `${path}.level`));
  })(ladder['levels'], `${field}.levels`);
  const known = choicesOf('issue.escalated', 'level');
  if (numbers.length === 0 || numbers.length > known.length || numbers.some((level, index) => level !== known[index]))
    throw shape.invalid(`${field}.levels`, `levels numbered ${known.join(', ')} in this order, or the first of them`);
}

const workingDays: shape.Shape<number> = (value, field) => {
  const days = shape.number(value, field);
  if (!Number.isInteger(days) || days < 1 || days > MAX_WORKING_DAYS)
    throw shape.invalid(field, `a whole number of working days from 1 to ${MAX_WORKING_DAYS}`);
  return days;
};

/** Parameters with which every score is a number, and every level has a name. */
function checkParameters(parameters: FactorSetParameters, field: string): void {
  for (const name of ['eventHalfLifeDays', 'assessmentHalfLifeDays', 'assessmentWeight'] as const) {
    if (parameters[name] <= 0) throw shape.invalid(`${field}.${name}`, 'a number above 0');
  }
  const { levelCuts, levelNames, criticalCap } = parameters;
  if (levelCuts.length !== levelNames.length - 1) {
    throw shape.invalid(`${field}.levelCuts`, 'a cut between each two of the level names');
  }
  if (!levelNames.includes(criticalCap.level))
    throw shape.invalid(`${field}.criticalCap.level`, 'one of the level names');
}

/** Every parameter of the built-in set must be there, of the same type: a missing one would make every score NaN. */
function sameShape(expected: unknown, given: unknown, field: string): void {
  if (Array.isArray(expected)) {
    shape.listOf((item, path) => sameShape(expected[0], item, path))(given, field);
  } else if (typeof expected === 'object' && expected !== null) {
    const object = shape.jsonObject(given, field);
    for (const [key, item] of Object.entries(expected)) sameShape(item, object[key], `${field}.${key}`);
  } else if (typeof expected === 'number') {
    if (shape.number(given, field) < 0) throw shape.invalid(field, 'a number not below 0');
  } else {
    shape.text(MAX_KEY_LENGTH)(given, field);
  }
}

function fieldShape(field: Field): shape.Shape<unknown> {
  switch (field.type) {
    case 'text':
    case 'stakeholder-group':
      return shape.text(MAX_TEXT_LENGTH);
    case 'id':
    case 'party':
    case 'member':
      return shape.id;
    case 'members':
      return shape.listOf(shape.id);
    case 'date':
      return date;
    case 'instant':
      return instant;
    case 'choice': {
      const named = shape.oneOf((field.of ?? []).map(String));
      // A number stands for the choice of the same digits.
      const choice: shape.Shape<string> = (value, path) =>
        named(typeof value === 'number' ? String(value) : value, path);
      return field.many === true ? shape.listOf(choice, undefined, field.of) : choice;
    }
    case 'number':
      return shape.number;
    case 'boolean':
      return shape.boolean;
    case 'money':
      return shape.money;
    case 'level':
      return shape.level;
    case 'factors':
      return shape.listOf(shape.factorCode);
    case 'ratings':
      return shape.listOf(rating);
    case 'factor-set':
      return factorSet;
    case 'hash':
      return shape.hash;
  }
}

/** Fields of `data` by the catalogue. Live, every one must be known; an import may bring others, kept as they are. */
export function checkFields(kind: Kind, given: JsonObject, origin: Origin): JsonObject {
  const data: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const path = `data.${name}`;
    const field = kind.fields.find((candidate) => candidate.name === name);
    // An earlier record may leave a field empty; that says no more than leaving it out.
    if (origin === 'import' && (value === null || value === '')) continue;
    if (field !== undefined) data[name] = fieldShape(field)(value, path);
    else if (origin === 'import') data[name] = value;
    // The catalogue does not ask for whom the ledger reveals: the ledger knows.
    else if (origin === 'ledger' && kind.kind === 'rating.revealed' && name === 'member')
      data[name] = shape.id(value, path);
    else {
      const known = kind.fields.map((candidate) => candidate.name).join(', ');
      throw new Problem('invalid-entry', `${path}: unknown; ${kind.kind} asks for ${known || 'no fields'}`, path);
    }
  }
  return data as JsonObject;
}

/** Live, a kind's required fields must be there, but for the id that the ledger makes itself. */
function checkRequired(kind: Kind, data: JsonObject): void {
  const missing = kind.fields.filter(
    (field) => field.required === true && data[field.name] === undefined && !makesId(kind, field),
  );
  const [first] = missing;
  if (first === undefined) return;
  const asked = missing.map(({ name, type, of }) => `${name} (${of === undefined ? type : of.join(', ')})`);
  throw new Problem('invalid-entry', `data: ${kind.kind} also requires ${asked.join('; ')}`, `data.${first.name}`);
}

/**
 * Shapes alone: what can be said of a line without knowing the relationship.
 *
 * @throws Problem with the field at fault
 */
export function checkBody(raw: Readonly<Record<string, unknown>>, origin: Origin): CheckedBody {
  const optional = <Value>(name: string, as: shape.Shape<Value>): Value | null =>
    raw[name] === undefined || raw[name] === null ? null : as(raw[name], name);

  const name = shape.text(MAX_KEY_LENGTH)(raw['kind'], 'kind');
  const kind = kindOf(name);
  if (kind === undefined) throw unknownKind(name, quote(name));
  // First of all: nobody need fill in the fields of what cannot be logged.
  if (origin === 'live' && isLedgersAlone(kind)) throw notWritable(name);

  const body: CheckedBody = {
    kind,
    effective: checkEffective(kind, raw['effective'] ?? null),
    factor: optional('factor', shape.factorCode),
    sign: optional('sign', shape.oneOf(SIGNS)),
    severity: optional('severity', shape.oneOf(SEVERITIES)),
    level: optional('level', shape.level),
    evidenced: optional('evidenced', shape.boolean),
    text: optional('text', optionalText),
    data: optional('data', shape.jsonObject) ?? {},
    tags: optional('tags', shape.tags) ?? [],
    evidence: optional('evidence', shape.evidence) ?? [],
    answers: optional('answers', shape.id),
    source: optional('source', shape.line),
    correlation: optional('correlation', shape.id),
    causation: optional('causation', shape.id),
  };
  checkWhatTheKindTakes(body);
  // The fields of a correction are those of the kind that it corrects.
  if (kind.kind === 'entry.corrected') return body;
  const data = checkFields(kind, body.data, origin);
  if (origin !== 'import') checkRequired(kind, data);
  return { ...body, data };
}

/** Of a kind that the ledger itself writes. */
export function notWritable(kind: string): Problem {
  return new Problem('kind-not-writable', `kind: only the ledger itself writes ${kind}`, 'kind');
}

/** A text may be empty; it then says nothing. */
const optionalText: shape.Shape<string | null> = (value, field) =>
  value === '' ? null : shape.text(MAX_TEXT_LENGTH)(value, field);

function checkEffective(kind: Kind, effective: unknown): string | null {
  if (kind.answer === true) {
    if (effective === null) return null;
    throw new Problem(
      'invalid-entry',
      'effective: an answer acts from its recorded time and has no date of its own',
      'effective',
    );
  }
  if (typeof effective !== 'string') throw shape.invalid('effective', 'a date or an instant');
  if (parseEffective(effective) === null) {
    throw new Problem('invalid-date', `effective: ${quote(effective)} is no date and no instant`, 'effective');
  }
  return effective;
}

function checkWhatTheKindTakes({ kind, factor, sign, severity, level, evidenced, answers }: CheckedBody): void {
  const refuse = (field: string, given: unknown): void => {
    if (given === null) return;
    const own = kind.fields.some(({ name }) => name === field) ? `; its own is data.${field}` : '';
    throw new Problem('invalid-entry', `${field}: ${kind.kind} takes none${own}`, field);
  };
  if (kind.answer === true) {
    if (answers === null) throw shape.invalid('answers', 'the id of the entry that it answers');
    refuse('factor', factor);
  } else {
    refuse('answers', answers);
  }
  if (kind.answer === true || kind.rating === true) {
    refuse('sign', sign);
    refuse('severity', severity);
  }
  if (kind.rating === true) {
    if (factor === null) throw shape.invalid('factor', 'the factor that is rated');
    if (level === null) throw shape.invalid('level', 'a whole level from 0 to 4');
  } else {
    refuse('level', level);
    refuse('evidenced', evidenced);
  }
  if (sign === '-' && kind.noFault === true) {
    throw new Problem('no-fault', `sign: ${kind.kind} costs nobody anything and never carries a minus`, 'sign');
  }
  // The score is blind to assurance, imported and corrected too: it would pay to be audited often, or seldom.
  if (kind.family === 'assurance' && sign !== null && sign !== '0') {
    throw shape.invalid('sign', `"0" or nothing: ${kind.kind} moves no score`);
  }
  if (factor !== null && Array.isArray(kind.factorChoice) && !kind.factorChoice.includes(factor)) {
    throw shape.invalid('factor', `one of ${kind.factorChoice.join(', ')} for ${kind.kind}`);
  }
}

function quote(value: unknown): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}"`;
}
