import { StreamChanged, WrongExpectedRevision, type EventStore, type EventToAppend } from '@app/event-store';
import { streamOf } from '../entry/read';
import { newSalt } from '../entry/salt';
import { evolveLedger } from '../entry/evolve';
import { commandIdOf } from '../entry/command-id';
import { writeEntry } from '../entry/write';
import { Problem } from '../problems';
import type { CheckedFile } from './check-lines';
import type { ImportOptions } from './import';
import { contentOfLine, isKnown, openRelationship, type FileKnowledge, type Importing } from './importing';
import { checkLine, type CheckedLine } from './line';
import { IMPORT_CHUNK_BYTES, IMPORT_CHUNK_ENTRIES, MAX_CHUNK_ATTEMPTS, PROGRESS_LINES } from './limits';
import type { RawLine } from './raw-line';
import { References } from '../entry/references';

interface NumberedLine {
  readonly number: number;
  readonly checked: CheckedLine;
}

/** Lines of one relationship on their way into the log. */
interface Pending {
  importing: Importing;
  lines: NumberedLine[];
  bytes: number;
}

const NOTHING: FileKnowledge = { joined: new Set(), factors: new Set(), references: new References() };

/**
 * Appends the lines that a check found good, in chunks; each chunk is on disk before the next.
 *
 * @returns how many entries were appended
 */
export async function appendLines(
  store: EventStore,
  lines: () => AsyncIterable<RawLine>,
  file: CheckedFile,
  { nowMs, onProgress }: ImportOptions,
): Promise<number> {
  const pending = new Map<string, Pending>();
  let appended = 0;
  let count = 0;
  for await (const { line, raw } of lines()) {
    count++;
    if (count % PROGRESS_LINES === 0) onProgress?.({ phase: 'appending', lines: count, total: file.lines });
    if (raw === undefined || file.bad.has(line)) continue;
    const checked = checkLine(raw, nowMs);
    let waiting = pending.get(checked.relationship);
    if (waiting === undefined) {
      const importing = await openRelationship(store, checked.relationship, knowledgeIn(file, checked.relationship));
      pending.set(checked.relationship, (waiting = { importing, lines: [], bytes: 0 }));
    }
    const bytes = Buffer.byteLength(JSON.stringify(raw)) * 2;
    if (waiting.lines.length === IMPORT_CHUNK_ENTRIES || waiting.bytes + bytes > IMPORT_CHUNK_BYTES) {
      appended += await appendChunk(store, checked.relationship, waiting, file, nowMs);
    }
    waiting.lines.push({ number: line, checked });
    waiting.bytes += bytes;
  }
  for (const [relationship, waiting] of pending)
    appended += await appendChunk(store, relationship, waiting, file, nowMs);
  onProgress?.({ phase: 'appending', lines: count, total: file.lines });
  return appended;
}

function knowledgeIn(file: CheckedFile, relationship: string): FileKnowledge {
  return file.knowledge.get(relationship) ?? NOTHING;
}

async function appendChunk(
  store: EventStore,
  relationship: string,
  waiting: Pending,
  file: CheckedFile,
  now: number,
): Promise<number> {
  const { lines } = waiting;
  waiting.lines = [];
  waiting.bytes = 0;
  for (let attempt = 0; attempt < MAX_CHUNK_ATTEMPTS; attempt++) {
    const { importing } = waiting;
    const before = importing.state.revision;
    const events: EventToAppend[] = [];
    for (const { number, checked } of lines) {
      if (await isKnown(store, importing, checked)) continue;
      events.push(eventOf(importing, checked, number, now));
    }
    if (events.length === 0) return 0;
    try {
      await store.append(streamOf(relationship), before === -1 ? 'no-stream' : before, events);
      return events.length;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      // Others wrote meanwhile: read what they wrote and decide this chunk again.
      waiting.importing = await openRelationship(store, relationship, knowledgeIn(file, relationship));
    }
  }
  throw new Problem('conflict', new StreamChanged(streamOf(relationship), MAX_CHUNK_ATTEMPTS).message);
}

function eventOf(importing: Importing, line: CheckedLine, number: number, now: number): EventToAppend {
  const { state, lines } = importing;
  const event = writeEntry(state, contentOfLine(importing, line, number, now), {
    commandId: commandIdOf(line.relationship, line.id),
    commandHash: line.hash,
    salt: newSalt(),
    recorded: Math.max(now, state.lastRecorded),
    importedAs: { id: line.id, recorded: line.recorded },
  });
  evolveLedger(state, { ...event, stream: streamOf(line.relationship), revision: state.revision + 1 });
  lines.set(line.id, { hash: line.hash });
  return event;
}
