import { setImmediate } from 'node:timers/promises';
import { sha256OfJson } from '@app/integrity';
import type { EventStore } from '@app/event-store';
import { kindOf } from '../catalogue/catalogue';
import type { CheckpointSeen } from '../entry/entry';
import { recordByLedger, type OwnRecord } from '../entry/log-entry';
import { signOwedText, signsOwed } from '../issues/reopened';
import { rolesIn } from '../leadership/roles';
import { Problem } from '../problems';
import type { Fact } from '../scoring/fact';
import type { Reading } from '../scoring/reading';
import { readingAt } from '../scoring/knowledge';
import type { Views } from '../views';
import { dutyLedger, isMissed, missedData, type Duty } from './duty';
import { dutiesOf, isSettled, takenBack } from './duties';

/** Milliseconds ahead of the clock in which the next duty is looked for, at most: what repeats has no end. Then again. */
const AHEAD_MS = 400 * 86_400_000;

/** What is known of a relationship since it was last looked at. */
interface Looked {
  readonly facts: readonly Fact[];
  /** When the next of its duties is missed unless it is done before; infinity where there is none. */
  readonly nextMs: number;
}

export interface Also {
  /** How many entries it recorded. */
  readonly recorded: number;
  /** When it has to look again, even if nothing was logged meanwhile; infinity where it need not. */
  readonly nextMs: number;
}

const NOTHING_ELSE: Also = { recorded: 0, nextMs: Infinity };

export interface LedgerClockOptions {
  readonly store: EventStore;
  readonly views: Views;
  /** False for a ledger that is read-only; absent: all take entries. */
  readonly takesEntries?: (relationship: string) => boolean;
  /** The last checkpoint of a log that anybody could have seen; absent: none is signed. */
  readonly checkpointSeen?: (relationship: string) => CheckpointSeen | null;
  /** What else the ledger itself has to do, as to reveal rounds. */
  readonly also?: (relationship: string, reading: Reading, nowMs: number) => Promise<Also>;
  /**
   * A relationship cannot be looked at, or something of it not be written: of several the first. What else there is was
   * done; it is tried again the next time.
   */
  readonly onFailure: (relationship: string, error: unknown) => void;
  /** What was missed as it was read is not any more as it was to be written; absent: nobody is told. */
  readonly onRefused?: (relationship: string, problem: Problem) => void;
}

/**
 * Derives the ledger's own entries: what was not done in time, each once, with the day on which it was missed. Whoever
 * runs two of them, or one after a pause, gets the same entries: their commands bear the same ids, and each is checked
 * against the ledger as it stands when it is written. What it takes back, it takes back in the same way.
 */
export class LedgerClock {
  private readonly looked = new Map<string, Looked>();

  constructor(private readonly options: LedgerClockOptions) {}

  /**
   * Looks at every relationship and records what was missed.
   *
   * @returns how many entries were recorded
   */
  async strike(nowMs: number): Promise<number> {
    let recorded = 0;
    for (const { id } of await this.options.views.relationships()) {
      if (this.options.takesEntries?.(id) === false) continue;
      try {
        recorded += await this.strikeFor(id, nowMs);
      } catch (error) {
        this.options.onFailure(id, error);
      }
    }
    return recorded;
  }

  private async strikeFor(relationship: string, nowMs: number): Promise<number> {
    const facts = (await this.options.views.facts(relationship)) ?? [];
    const looked = this.looked.get(relationship);
    if (looked?.facts === facts && nowMs <= looked.nextMs) return 0;
    const reading = readingAt(facts, null);
    const roleOf = await rolesIn(this.options.views, relationship, reading.entries);
    const ledger = dutyLedger(reading, Infinity, roleOf);
    const duties = dutiesOf(ledger, nowMs + AHEAD_MS);
    let recorded = 0;
    const failures: unknown[] = [];
    const write = async (key: string, record: OwnRecord): Promise<void> => {
      try {
        if (await this.record(relationship, key, record, nowMs)) recorded += 1;
      } catch (error) {
        failures.push(error);
      }
    };
    for (const duty of duties) {
      const { missed, dueDay } = duty;
      if (missed === null || !isMissed(duty, nowMs) || isSettled(ledger, duty)) continue;
      const text = kindOf(missed)?.title ?? missed;
      await write(keyOf(missed, duty), { kind: missed, text, data: missedData(duty), day: dueDay });
      // After a pause there may be hundreds: whoever else waits has its turn.
      await setImmediate();
    }
    for (const [missed, act] of takenBack(ledger, duties)) {
      const text = `It was done in time and logged late, as all agree: entry ${act.fact.id} says so.`;
      await write(`void ${missed.fact.id}`, { kind: 'entry.voided', text, data: {}, answers: missed.fact.id });
    }
    for (const owed of signsOwed(reading)) {
      const { resolution, sign, reopening, corrections } = owed;
      const answers = resolution.fact.id;
      const key = `sign ${sha256OfJson({ answers, sign, reopening: reopening.fact.id, corrections })}`;
      await write(key, { kind: 'entry.corrected', text: signOwedText(owed), data: { sign }, answers });
    }
    const also = (await this.options.also?.(relationship, reading, nowMs)) ?? NOTHING_ELSE;
    const next = duties.find(({ missed, dueMs, doneBy }) => missed !== null && dueMs >= nowMs && doneBy === null);
    if (failures.length > 0) this.options.onFailure(relationship, failures[0]);
    // What failed is looked at again, whatever else happens meanwhile.
    else this.looked.set(relationship, { facts, nextMs: Math.min(next?.dueMs ?? nowMs + AHEAD_MS, also.nextMs) });
    return recorded + also.recorded;
  }

  /** False where the ledger, which may have gone on since it was read, does not bear it out. */
  private async record(relationship: string, key: string, record: OwnRecord, nowMs: number): Promise<boolean> {
    const { store, checkpointSeen } = this.options;
    const seen = checkpointSeen?.(relationship) ?? null;
    try {
      const { replayed } = await recordByLedger(store, relationship, key, { ...record, seen }, nowMs);
      return !replayed;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not-allowed-now') throw error;
      this.options.onRefused?.(relationship, error);
      return false;
    }
  }
}

/** It follows from nothing that may be erased: ids of commands stay. What tells in prose is told by what it follows from. */
function keyOf(missed: string, { data, prose, setBy }: Duty): string {
  return `${missed} ${sha256OfJson(prose === undefined ? data : { data, setBy: setBy.fact.id })}`;
}
