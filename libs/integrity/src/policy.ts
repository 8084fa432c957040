import { InvalidNote, parseVerifierKey, signersOf, type Note, type VerifierKey } from './note';
import { cosignaturesOf, type Cosignature } from './cosignature';
import { numberOfDecimal } from './base64';
import { parseCheckpoint, type Checkpoint } from './checkpoint';
import { reasonOf } from './reason';

/** Bytes of a policy file. */
export const MAX_POLICY_BYTES = 262_144;

export interface PolicyLog {
  readonly key: VerifierKey;
  readonly url: string | null;
}

export interface PolicyWitness {
  readonly name: string;
  readonly key: VerifierKey;
  readonly url: string | null;
}

interface Group {
  readonly threshold: number;
  readonly members: readonly string[];
}

/** Which checkpoints are to be believed (C2SP tlog-policy): the logs, the witnesses, and how many of them it takes. */
export interface Policy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: ReadonlyMap<string, Group>;
  /** Name of a witness or group, or `none`. */
  readonly quorum: string;
}

export class InvalidPolicy extends Error {
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = 'InvalidPolicy';
  }
}

const NONE = 'none';

/** @throws InvalidPolicy with the line at fault, from 1 */
export function parsePolicy(text: string): Policy {
  const logs: PolicyLog[] = [];
  const witnesses: PolicyWitness[] = [];
  const groups = new Map<string, Group>();
  let quorum: string | undefined;
  const lines = text.split('\n');
  if (Buffer.byteLength(text) > MAX_POLICY_BYTES) {
    throw new InvalidPolicy(lines.length, `a policy has at most ${MAX_POLICY_BYTES} bytes`);
  }
  lines.forEach((line, index) => {
    const refuse = (message: string): never => {
      throw new InvalidPolicy(index + 1, message);
    };
    const isNamed = (name: string): boolean => witnesses.some((witness) => witness.name === name) || groups.has(name);
    const newName = (name: string | undefined): string =>
      name === undefined || name === NONE || isNamed(name) ? refuse(`"${name ?? ''}" cannot be a new name`) : name;
    const keyOf = (key: string | undefined, type: VerifierKey['type'], others: readonly { key: VerifierKey }[]) => {
      const parsed = keyIn(key ?? '', refuse);
      if (parsed.type !== type)
        refuse(`the key ${parsed.name} is not one of a ${type === 'ed25519' ? 'log' : 'witness'}`);
      if (others.some((other) => other.key.publicKey.equals(parsed.publicKey)))
        refuse(`the key ${parsed.name} comes twice`);
      return parsed;
    };

    const [word, ...items] = line.split(/[ \t]+/).filter((item) => item !== '');
    if (word === undefined || word.startsWith('#')) return;
    if (word === 'log') {
      const [key, url = null, ...more] = items;
      if (more.length > 0) refuse('a log has a key and perhaps an address');
      logs.push({ key: keyOf(key, 'ed25519', logs), url });
    } else if (word === 'witness') {
      const [name, key, url = null, ...more] = items;
      if (more.length > 0) refuse('a witness has a name, a key and perhaps an address');
      witnesses.push({ name: newName(name), key: keyOf(key, 'cosignature', witnesses), url });
    } else if (word === 'group') {
      const [name, threshold, ...members] = items;
      const unknown = members.find((member) => !isNamed(member));
      if (members.length === 0 || unknown !== undefined)
        refuse(`no witness and no group "${unknown ?? ''}" stands above`);
      if (new Set(members).size !== members.length) refuse('a member comes twice');
      groups.set(newName(name), { threshold: thresholdOf(threshold, members.length, refuse), members });
    } else if (word === 'quorum') {
      const [name = '', ...more] = items;
      if (quorum !== undefined || more.length > 0) refuse('a policy has one quorum, of one name');
      if (name !== NONE && !isNamed(name)) refuse(`no witness and no group "${name}" stands above`);
      quorum = name;
    } else {
      refuse(`"${word}" is none of log, witness, group, quorum`);
    }
  });
  if (quorum === undefined) throw new InvalidPolicy(lines.length, 'a policy names its quorum');
  return { logs, witnesses, groups, quorum };
}

function keyIn(text: string, refuse: (message: string) => never): VerifierKey {
  try {
    return parseVerifierKey(text);
  } catch (error) {
    return refuse(reasonOf(error, InvalidNote));
  }
}

function thresholdOf(text: string | undefined, members: number, refuse: (message: string) => never): number {
  if (text === 'all') return members;
  if (text === 'any') return 1;
  const threshold = numberOfDecimal(String(text)) ?? 0;
  return threshold >= 1 && threshold <= members ? threshold : refuse(`"${text}" is none of all, any, 1 to ${members}`);
}

/** What a policy makes of a signed checkpoint. */
export interface Judged {
  readonly checkpoint: Checkpoint;
  /** Keys of the log that signed it; at least one. */
  readonly signers: readonly VerifierKey[];
  /** By the name that the policy gives the witness. */
  readonly cosignatures: ReadonlyMap<string, Cosignature>;
  /** Enough witnesses have seen it. */
  readonly quorum: boolean;
}

/**
 * Judges a checkpoint by a policy: it must be signed by a log that the policy names and whose key has the name of the
 * origin. Whether enough witnesses saw it is told, not required.
 *
 * @throws InvalidNote
 */
export function judge(note: Note, policy: Policy): Judged {
  const checkpoint = parseCheckpoint(note.text);
  const keys = policy.logs.map(({ key }) => key).filter(({ name }) => name === checkpoint.origin);
  const signers = signersOf(note, keys);
  if (signers.length === 0) throw new InvalidNote(`no log of the policy signed the checkpoint of ${checkpoint.origin}`);
  const cosigned = new Map<string, Cosignature>();
  for (const { name, key } of policy.witnesses) {
    const [cosignature] = cosignaturesOf(note, [key]);
    if (cosignature !== undefined) cosigned.set(name, cosignature);
  }
  return { checkpoint, signers, cosignatures: cosigned, quorum: isReached(policy, cosigned) };
}

/** Every group is looked at once: what it names stands above it. */
function isReached({ groups, quorum }: Policy, cosigned: ReadonlyMap<string, Cosignature>): boolean {
  const reached = new Set([NONE, ...cosigned.keys()]);
  for (const [name, { members, threshold }] of groups) {
    if (members.filter((member) => reached.has(member)).length >= threshold) reached.add(name);
  }
  return reached.has(quorum);
}
