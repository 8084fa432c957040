import type { Entry } from '../entry/entry';
import { textIn } from '../register';
import { wordsOf } from '../register-entry';
import type { EntryReading } from '../scoring/entry-reading';
import type { Views } from '../views';

/** A post of a leader, as an entry names it. */
export interface Role {
  readonly text: string;
  /** By which it is told from others: without regard to case and spaces. */
  readonly words: string;
  /** When the ledger learned of a correction to these words, in milliseconds; minus infinity without one. */
  readonly sinceMs: number;
}

/** The role that an entry names; null where it names none, or its words or those of a correction were erased. */
export type RoleOf = (entry: EntryReading) => Role | null;

/** What an entry says of a role; undefined of a correction that leaves it as it was. */
export type RoleSaid = string | null | undefined;

/** Kinds that name the post of a leader. */
export const POST_KINDS: readonly string[] = ['leader.appointed', 'leader.departed', 'leader.vacant'];

/** @param entry with its words; of one that was erased nobody is named either, and a correction may have named another role */
export function roleSaid({ text, member, data }: Pick<Entry, 'text' | 'member' | 'data'>): RoleSaid {
  if (data['role'] !== undefined) return textIn(data['role']);
  return text === null && member === null ? null : undefined;
}

/** @param saidBy what the entry of an id says */
export function roleAmong(saidBy: (id: string) => RoleSaid): RoleOf {
  return ({ fact, answerFacts }) => {
    let text = saidBy(fact.id) ?? null;
    let sinceMs = -Infinity;
    for (const { id, kind, ledgerRecorded } of answerFacts) {
      const said = kind === 'entry.corrected' ? saidBy(id) : undefined;
      if (said === undefined) continue;
      if (wordsOf(said ?? undefined) !== wordsOf(text ?? undefined)) sinceMs = ledgerRecorded;
      text = said;
    }
    const words = wordsOf(text ?? undefined);
    return text === null || words === null || words === '' ? null : { text, words, sinceMs };
  };
}

/** The roles of the leaders of a relationship, as their entries and what corrected them say. */
export async function rolesIn(views: Views, relationship: string, entries: readonly EntryReading[]): Promise<RoleOf> {
  const ids = entries
    .filter(({ fact }) => POST_KINDS.includes(fact.kind))
    .flatMap(({ fact, answerFacts }) => [
      fact.id,
      ...answerFacts.filter(({ kind }) => kind === 'entry.corrected').map(({ id }) => id),
    ]);
  if (ids.length === 0) return () => null;
  const said = new Map((await views.entries(relationship, { ids })).map((entry) => [entry.id, roleSaid(entry)]));
  return roleAmong((id) => said.get(id));
}
