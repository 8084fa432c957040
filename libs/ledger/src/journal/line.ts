import { sha256OfJson } from '@app/integrity';
import { BODY_FIELDS, checkBody, type CheckedBody } from '../entry/check';
import type { Entry } from '../entry/entry';
import { said } from '../entry/said';
import * as shape from '../entry/shape';
import { Problem } from '../problems';
import { formatInstant, parseInstant } from '../scoring/days';

const LINE_FIELDS = [...BODY_FIELDS, 'id', 'relationship', 'recorded', 'party', 'member', 'loggedBy'];

/** A journal line whose shapes are right. */
export interface CheckedLine {
  readonly id: string;
  readonly relationship: string;
  readonly party: string;
  readonly member: string | null;
  /** Of a third party's entry the party whose member logged it. */
  readonly loggedBy: string | null;
  /** The recorded time that the line claims, in milliseconds. */
  readonly recorded: number | null;
  readonly body: CheckedBody;
  /** Of all that the line says: equal for equal lines. */
  readonly hash: string;
}

/**
 * @param now time of the import, in milliseconds
 * @throws Problem
 */
export function checkLine(raw: Readonly<Record<string, unknown>>, now: number): CheckedLine {
  shape.fields(raw, '', LINE_FIELDS);
  const id = shape.id(raw['id'], 'id');
  const relationship = shape.id(raw['relationship'], 'relationship');
  const party = shape.id(raw['party'], 'party');
  const optionalId = (name: string): string | null =>
    raw[name] === undefined || raw[name] === null ? null : shape.id(raw[name], name);
  const member = optionalId('member');
  const loggedBy = optionalId('loggedBy');
  if (loggedBy !== null && party !== 'third-party') throw shape.invalid('loggedBy', 'nothing but beside "third-party"');
  const recorded = checkRecorded(raw['recorded'] ?? null, now);
  const body = checkBody(raw, 'import');
  return {
    id,
    relationship,
    party,
    member,
    loggedBy,
    recorded,
    body,
    hash: sha256OfJson(said(body, { party, member, loggedBy, recorded })),
  };
}

function checkRecorded(recorded: unknown, now: number): number | null {
  if (recorded === null) return null;
  const instant = typeof recorded === 'string' ? parseInstant(recorded) : null;
  if (instant === null) {
    throw new Problem('invalid-date', 'recorded: expected an RFC 3339 instant of at most milliseconds', 'recorded');
  }
  if (instant > now) throw new Problem('invalid-date', 'recorded: lies after the time of the import', 'recorded');
  return instant;
}

/** Whether a line says nothing else than an entry that is recorded: what it leaves out was resolved then. */
export function saysTheSame(line: CheckedLine, entry: Entry): boolean {
  const { body, party, member, loggedBy } = line;
  const { factor, sign, severity, level, evidenced } = entry;
  const resolved: CheckedBody = {
    ...body,
    factor: body.factor ?? factor,
    sign: body.sign ?? sign,
    severity: body.severity ?? severity,
    level: body.level ?? level,
    evidenced: body.evidenced ?? evidenced,
  };
  const recorded = line.recorded === null ? entry.recorded : formatInstant(line.recorded);
  const claimed = said(resolved, { party, member, loggedBy, recorded });
  const kept = Object.fromEntries(Object.keys(claimed).map((name) => [name, entry[name as keyof Entry]]));
  return sha256OfJson(claimed) === sha256OfJson(kept);
}
