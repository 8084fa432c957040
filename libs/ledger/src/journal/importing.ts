import type { EventStore } from '@app/event-store';
import { commandCommitment } from '@app/integrity';
import { AUDITOR } from '../catalogue/auditor';
import { contentOf, type Content } from '../entry/content';
import { checkParty } from '../entry/known';
import { entryOf, envelopeOf, streamOf } from '../entry/read';
import { References, type KnownReferences } from '../entry/references';
import { emptyLedger, evolveLedger } from '../entry/evolve';
import type { LedgerState } from '../entry/state';
import { unsignedProblem } from '../keys/party-keys';
import { Problem } from '../problems';
import { saysTheSame, type CheckedLine } from './line';

/** The order in the ledger of lines not yet in it: behind everything that is. */
const LINES_FROM = 2 ** 40;

/** What other lines of the file say that one line may refer to, wherever in the file it stands. */
export interface FileKnowledge {
  readonly joined: Set<string>;
  readonly factors: Set<number>;
  readonly references: References;
}

/** A line of this import, by its hash; a line of an earlier one, by what its entry's envelope binds with the salt. */
export type ImportedLine = { readonly hash: string } | { readonly commandHash: string; readonly salt: string };

/** One relationship while lines are imported into it. */
export interface Importing {
  readonly state: LedgerState;
  readonly references: KnownReferences;
  /** By entry id, what is remembered of the line under which it was imported. */
  readonly lines: Map<string, ImportedLine>;
}

/** The relationship as the store has it, and what the file adds to it. */
export async function openRelationship(
  store: EventStore,
  relationship: string,
  file: FileKnowledge,
): Promise<Importing> {
  const stream = streamOf(relationship);
  const state = emptyLedger(stream);
  const lines = new Map<string, ImportedLine>();
  for await (const event of store.read(stream)) {
    evolveLedger(state, event);
    const { id, imported, commandHash } = envelopeOf(event);
    const { salt } = event.metadata;
    if (imported && typeof salt === 'string') lines.set(id, { commandHash, salt });
  }
  for (const party of file.joined) state.joined.add(party);
  for (const factor of file.factors) state.factors.add(factor);
  return { state, references: References.joining(state.references, file.references), lines };
}

/**
 * Whether the line says what an entry of its id says already.
 *
 * @throws Problem `entry-exists` where that entry says something else
 */
export async function isKnown(store: EventStore, { state, lines }: Importing, line: CheckedLine): Promise<boolean> {
  const revision = state.revisions.get(line.id);
  if (revision === undefined) return false;
  const imported = lines.get(line.id);
  if (imported !== undefined && isSameLine(imported, line.hash)) return true;
  for await (const event of store.read(streamOf(line.relationship), revision)) {
    if (event.revision === revision && saysTheSame(line, entryOf(event))) return true;
    break;
  }
  throw new Problem('entry-exists', `id: an entry "${line.id}" exists with other content`, 'id');
}

function isSameLine(imported: ImportedLine, hash: string): boolean {
  if ('hash' in imported) return imported.hash === hash;
  return imported.commandHash === commandCommitment(hash, imported.salt);
}

/**
 * What the line records.
 *
 * @param lineNumber from 1
 * @throws Problem
 */
export function contentOfLine(importing: Importing, line: CheckedLine, lineNumber: number, now: number): Content {
  const { state, references } = importing;
  if (line.recorded !== null && state.live) {
    throw new Problem(
      'import-closed',
      'recorded: the relationship has live entries, earlier records are closed',
      'recorded',
    );
  }
  if (line.loggedBy !== null && line.loggedBy !== AUDITOR) checkParty(state, line.loggedBy, 'loggedBy');
  const author = { party: line.party, member: line.member, loggedBy: line.loggedBy };
  const said = {
    kind: line.body.kind.kind,
    party: line.party,
    facts: { ...line.body.data, ...author },
    imported: true,
  };
  const unsigned = unsignedProblem(state.keys, said);
  if (unsigned !== null) throw unsigned;
  const place = { recorded: line.recorded ?? Math.max(now, state.lastRecorded), order: LINES_FROM + lineNumber };
  return contentOf(state, line.body, author, 'import', place, references);
}

/** Notes what a line says that others may refer to. */
export function noteLine(file: FileKnowledge, line: CheckedLine, lineNumber: number, now: number): void {
  const { kind, data } = line.body;
  file.references.note(kind.kind, data, { recorded: line.recorded ?? now, order: LINES_FROM + lineNumber });
  if (kind.kind === 'party.joined' && typeof data['party'] === 'string') file.joined.add(data['party']);
  if (kind.kind === 'factorset.agreed') {
    const set = data['factorSet'] as { readonly factors: readonly { readonly code: number }[] } | undefined;
    for (const { code } of set?.factors ?? []) file.factors.add(code);
  }
}

/** Whether other lines may refer to an entry of this kind. */
export function isReferredTo(kind: unknown): boolean {
  return (
    typeof kind === 'string' && (kind === 'party.joined' || kind === 'factorset.agreed' || References.isLookedUp(kind))
  );
}
