import { canonicalJson, envelopeHash, InvalidJson, parseJson } from '@app/integrity';
import { kindOf } from '../catalogue/catalogue';
import type { Envelope } from '../entry/entry';
import { parseEffective, parseInstant } from '../scoring/days';
import type { Findings } from './finding';
import { entryFile } from './tree';

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isNumberOrNull = (value: unknown): boolean => value === null || typeof value === 'number';
const isBooleanOrNull = (value: unknown): boolean => value === null || typeof value === 'boolean';
const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isInstant = (value: unknown): boolean => typeof value === 'string' && parseInstant(value) !== null;
const isOneOf =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);

/** What the fields of an envelope must be. */
const FIELDS: { readonly [Name in keyof Required<Envelope>]: (value: unknown) => boolean } = {
  id: isText,
  stream: isText,
  revision: Number.isSafeInteger,
  kind: isText,
  recorded: isInstant,
  effective: (value) => value === null || (typeof value === 'string' && parseEffective(value) !== null),
  relationship: isText,
  party: isText,
  factor: isNumberOrNull,
  sign: isOneOf('+', '-', '0', null),
  signature: (value) =>
    value === undefined || (isObject(value) && isText(value['key']) && isHash(value['body']) && isText(value['value'])),
  severity: isOneOf('minor', 'moderate', 'major', 'critical', null),
  level: isNumberOrNull,
  evidenced: isBooleanOrNull,
  answers: isTextOrNull,
  imported: (value) => typeof value === 'boolean',
  checkpointSeen: (value) =>
    value === undefined || (isObject(value) && Number.isSafeInteger(value['size']) && isText(value['root'])),
  claimedRecorded: (value) => value === null || isInstant(value),
  commandId: isText,
  commandHash: isHash,
  correlation: isTextOrNull,
  causation: isTextOrNull,
  facts: isObject,
  commitment: isHash,
  previous: (value) => value === null || isHash(value),
};

/** The envelope that a leaf is; a text says what is wrong with it. */
export function envelopeIn(leaf: Buffer): Envelope | string {
  let value: unknown;
  try {
    value = parseJson(leaf.toString('utf8'));
    if (!Buffer.from(canonicalJson(value)).equals(leaf)) return 'it is not written in canonical JSON';
  } catch (error) {
    if (!(error instanceof InvalidJson)) throw error;
    return `it is no JSON: ${error.message}`;
  }
  if (!isObject(value)) return 'it is no entry';
  const fields = value;
  const wrong = Object.entries(FIELDS).find(([name, isRight]) => !isRight(fields[name]));
  return wrong === undefined ? (value as unknown as Envelope) : `its field ${wrong[0]} is not what an entry has there`;
}

/**
 * Checks what the entries of a relationship say of themselves and of each other.
 *
 * @returns by revision; undefined what cannot be read
 */
export function checkEntries(
  relationship: string,
  leaves: readonly (Buffer | undefined)[],
  findings: Findings,
  onProgress: (done: number) => void = () => undefined,
): readonly (Envelope | undefined)[] {
  const ids = new Set<string>();
  let lastRecorded = -Infinity;
  let live = false;
  return leaves.map((leaf, revision) => {
    onProgress(revision + 1);
    if (leaf === undefined) return undefined;
    const file = entryFile(leaves.length, revision);
    const envelope = envelopeIn(leaf);
    if (typeof envelope === 'string') {
      findings.add('invalid', file, envelope, { revision });
      return undefined;
    }
    const wrong = (reason: string): void => findings.add('invalid', file, reason, { revision, id: envelope.id });
    const { id, kind, answers, previous, claimedRecorded, imported } = envelope;
    if (envelope.revision !== revision) wrong(`it says that it is revision ${envelope.revision}`);
    if (envelope.relationship !== relationship) wrong('it belongs to another relationship');
    if (envelope.stream !== `relationship-${relationship}`) wrong('it belongs to another stream');
    if (kindOf(kind) === undefined) wrong(`its kind ${JSON.stringify(kind)} is none that this verifier knows`);
    if (ids.has(id)) wrong(`an earlier entry has the id ${JSON.stringify(id)} too`);
    ids.add(id);
    if (answers !== null && (answers === id || !ids.has(answers))) {
      wrong(`it answers ${JSON.stringify(answers)}, which is no entry before it`);
    }
    const before = leaves[revision - 1];
    if (revision === 0 ? previous !== null : before && previous !== envelopeHash(before.toString('utf8'))) {
      wrong('it does not name the entry before it');
    }
    const recorded = parseInstant(envelope.recorded) ?? NaN;
    if (recorded < lastRecorded) wrong('it was recorded before the entry before it');
    lastRecorded = Math.max(lastRecorded, recorded);
    if (claimedRecorded !== null) {
      if (!imported || live) wrong('it claims a recorded time, which only an import before all live entries may');
      if ((parseInstant(claimedRecorded) ?? NaN) > recorded) wrong('it claims to have been recorded after its import');
    }
    // What the ledger itself records closes no import.
    live ||= !imported && envelope.party !== 'ledger';
    return envelope;
  });
}
