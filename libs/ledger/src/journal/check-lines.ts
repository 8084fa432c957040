import type { EventStore } from '@app/event-store';
import { SALT_BYTES } from '@app/integrity';
import { checkRemediable, checkSeverity } from '../entry/answers';
import type { Envelope } from '../entry/entry';
import { factsOfContent, type Content } from '../entry/content';
import { References } from '../entry/references';
import { learn, type LedgerState } from '../entry/state';
import { commandIdOf } from '../entry/command-id';
import { writeEntry } from '../entry/write';
import { Problem } from '../problems';
import type { EntryReading } from '../scoring/entry-reading';
import type { Fact } from '../scoring/fact';
import { Reading } from '../scoring/reading';
import type { ImportOptions, RejectedLine } from './import';
import {
  contentOfLine,
  isKnown,
  isReferredTo,
  noteLine,
  openRelationship,
  type FileKnowledge,
  type Importing,
} from './importing';
import { checkLine, type CheckedLine } from './line';
import { CERTAINLY_SMALL_LENGTH, MAX_REJECTED_LISTED, PROGRESS_LINES } from './limits';
import type { RawLine } from './raw-line';

/** They stand for what is not known before the line is appended; for its size one is as good as another. */
const ANY_LAST = { envelope: {} as Envelope, canonical: '{}' };
const ANY_SALT = Buffer.alloc(SALT_BYTES).toString('base64url');

type RejectedAt = RejectedLine & { readonly line: number };

/** What came of checking a whole file. */
export interface CheckedFile {
  readonly lines: number;
  readonly rejected: readonly RejectedAt[];
  readonly rejectedCount: number;
  /** Numbers of the lines that are not to be appended. */
  readonly bad: ReadonlySet<number>;
  readonly knowledge: ReadonlyMap<string, FileKnowledge>;
}

/** An answer that can only be judged when all of the file is known. */
interface LateAnswer {
  readonly line: number;
  readonly relationship: string;
  readonly fact: Fact;
}

/**
 * Checks every line against the ledger as it will be when the lines before it are in. Nothing is appended.
 */
export async function checkLines(
  store: EventStore,
  lines: () => AsyncIterable<RawLine>,
  { nowMs, assertWritable, onProgress }: ImportOptions,
): Promise<CheckedFile> {
  const knowledge = await gather(lines, nowMs);
  const relationships = new Map<string, Importing>();
  const lateAnswers: LateAnswer[] = [];
  const rejected: RejectedAt[] = [];
  const bad = new Set<number>();
  let count = 0;

  const reject = (line: number, problem: Problem): void => {
    bad.add(line);
    if (rejected.length < MAX_REJECTED_LISTED) {
      rejected.push({ line, field: problem.field ?? null, code: problem.code, detail: problem.detail });
    }
  };

  for await (const { line, raw, problem, columns } of lines()) {
    count++;
    if (count % PROGRESS_LINES === 0) onProgress?.({ phase: 'checking', lines: count, total: null });
    try {
      if (problem !== undefined) throw problem;
      const checked = checkLine(raw ?? {}, nowMs);
      assertWritable?.(checked.relationship);
      const importing = await opened(store, relationships, knowledge, checked.relationship);
      if (await isKnown(store, importing, checked)) continue;
      const content = contentOfLine(importing, checked, line, nowMs);
      checkSize(importing, checked, content, nowMs);
      const fact = takeIn(importing, checked, content, nowMs);
      if (isJudgedLate(fact)) lateAnswers.push({ line, relationship: checked.relationship, fact });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      reject(line, inColumns(error, columns));
    }
  }
  for (const { line, relationship, fact } of lateAnswers) {
    const state = relationships.get(relationship)?.state;
    const refused = state === undefined ? undefined : lateProblem(state, fact);
    if (refused !== undefined) reject(line, refused);
  }
  rejected.sort((a, b) => a.line - b.line);
  return { lines: count, rejected, rejectedCount: bad.size, bad, knowledge };
}

/** First look at the file: parties, factors and definitions that lines refer to may stand behind them. */
async function gather(lines: () => AsyncIterable<RawLine>, now: number): Promise<Map<string, FileKnowledge>> {
  const knowledge = new Map<string, FileKnowledge>();
  for await (const { line, raw } of lines()) {
    if (raw === undefined || !isReferredTo(raw['kind'])) continue;
    try {
      const checked = checkLine(raw, now);
      noteLine(knowledgeOf(knowledge, checked.relationship), checked, line, now);
    } catch (error) {
      // The second look finds the same and reports it.
      if (!(error instanceof Problem)) throw error;
    }
  }
  return knowledge;
}

/** What a file says of one relationship; empty at first. */
export function knowledgeOf(knowledge: Map<string, FileKnowledge>, relationship: string): FileKnowledge {
  const found = knowledge.get(relationship);
  if (found !== undefined) return found;
  const none: FileKnowledge = { joined: new Set(), factors: new Set(), references: new References() };
  knowledge.set(relationship, none);
  return none;
}

async function opened(
  store: EventStore,
  relationships: Map<string, Importing>,
  knowledge: Map<string, FileKnowledge>,
  relationship: string,
): Promise<Importing> {
  const found = relationships.get(relationship);
  if (found !== undefined) return found;
  const importing = await openRelationship(store, relationship, knowledgeOf(knowledge, relationship));
  relationships.set(relationship, importing);
  return importing;
}

/**
 * An entry too large is found here, before anything is appended, by writing it as it will be written.
 *
 * @throws Problem `invalid-entry`
 */
function checkSize({ state }: Importing, line: CheckedLine, content: Content, now: number): void {
  if (JSON.stringify(content).length <= CERTAINLY_SMALL_LENGTH) return;
  writeEntry({ ...state, last: state.last ?? ANY_LAST }, content, {
    commandId: commandIdOf(line.relationship, line.id),
    commandHash: line.hash,
    salt: ANY_SALT,
    recorded: now,
    importedAs: { id: line.id, recorded: line.recorded },
  });
}

/** The line counts as recorded for those behind it. */
function takeIn({ state, lines }: Importing, line: CheckedLine, content: Content, now: number): Fact {
  const data = factsOfContent(state, content);
  state.revision += 1;
  const fact: Fact = {
    revision: state.revision,
    id: line.id,
    kind: content.kind,
    party: content.party,
    recorded: line.recorded ?? now,
    ledgerRecorded: now,
    imported: true,
    effective: content.effective,
    factor: content.factor,
    sign: content.sign,
    severity: content.severity,
    level: content.level,
    evidenced: content.evidenced,
    answers: content.answers,
    data,
  };
  learn(state, fact);
  lines.set(line.id, { hash: line.hash });
  return fact;
}

/** Answers that depend on what else was said of the entry before them: on its status, or on its severity. */
function isJudgedLate({ kind, data }: Fact): boolean {
  return kind === 'entry.remedied' || (kind === 'entry.agreed' && data['severity'] !== undefined);
}

/** Judged by what stood when it was recorded, whatever the order of the lines. */
function lateProblem(state: LedgerState, answer: Fact): Problem | undefined {
  const target = answer.answers === null ? undefined : state.reading.entry(answer.answers);
  if (target === undefined) return undefined;
  const before = new Reading();
  const learnUntil = (entry: EntryReading): void => {
    before.learn(entry.fact);
    for (const earlier of entry.answerFacts) if (isBefore(earlier, answer)) before.learn(earlier);
  };
  // The status asks who the parties are, the severity does not.
  if (answer.kind === 'entry.remedied') {
    for (const entry of state.reading.entries) if (entry !== target && isOfParties(entry.fact)) learnUntil(entry);
  }
  learnUntil(target);
  const then = before.entry(target.fact.id);
  try {
    if (then !== undefined && answer.kind === 'entry.remedied') checkRemediable(then);
    if (then !== undefined && answer.kind === 'entry.agreed') checkSeverity(then, answer.data['severity']);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function isOfParties({ kind }: Fact): boolean {
  return kind === 'party.joined' || kind === 'party.left';
}

function isBefore(earlier: Fact, answer: Fact): boolean {
  return (
    earlier.recorded < answer.recorded || (earlier.recorded === answer.recorded && earlier.revision < answer.revision)
  );
}

/** The problem in the words of the file. */
function inColumns(problem: Problem, columns: RawLine['columns']): Problem {
  const column = problem.field === undefined ? undefined : columns?.[problem.field];
  if (column === undefined || problem.field === undefined) return problem;
  const { field, detail } = problem;
  const said = detail.startsWith(`${field}: `) ? `${column}${detail.slice(field.length)}` : detail;
  return new Problem(problem.code, said, column, problem.line);
}
