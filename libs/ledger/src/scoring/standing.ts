import type { FactorSet } from '../catalogue/factor-set';
import { Agenda } from './agenda';
import { anchorDay } from './anchor';
import { Applicability } from './applicability';
import { compareEntries, type EntryReading } from './entry-reading';
import { eventWeight, isEvent, isRemedied, reviewDay } from './event-weight';
import { FactorEvents, type Term } from './factor-events';
import { factorScore, notApplicable, type FactorScore } from './factor-score';
import { overallScore, type OverallScore } from './overall-score';
import { Ratings } from './ratings';
import type { Reading } from './reading';
import { freshness } from './rounding';

/** Everything of one factor but its ratings. */
interface FactorState {
  readonly events: FactorEvents;
  readonly applicability: Applicability;
}

/** All numbers of one day under one factor set, unrounded. */
export interface Numbers {
  readonly factors: readonly FactorScore[];
  readonly overall: OverallScore;
}

/** With the entries behind those of them that name some. */
export interface Standings extends Numbers {
  /** Entries that cap the level (rule 17), in the order of facts. */
  readonly criticalOpen: readonly EntryReading[];
}

/**
 * Where a relationship stands under one factor set, carried from day to day: a day costs what came due on it and one
 * multiplication per factor, and what is learned meanwhile costs itself. A single score and a point of a course are the
 * same arithmetic. Going back in time is allowed, and starts over.
 */
export class Standing {
  private asOf = -Infinity;
  private anchor = 0;
  /** How many of the changes of the reading are taken in. */
  private seen = 0;
  private agenda = new Agenda<EntryReading>();
  private ratings = new Ratings();
  private states = new Map<number, FactorState>();
  /** What entries add now, to be taken out when they come to read differently: events by index of their entry. */
  private terms: (Term | undefined)[] = [];
  private declared = new Map<EntryReading, Applicability>();
  private criticals = new Set<EntryReading>();

  constructor(
    private readonly reading: Reading,
    readonly set: FactorSet,
  ) {}

  /** The numbers of a day, with all that the reading has learned so far. */
  at(day: number): Standings {
    const numbers = this.numbersOn(day);
    return { ...numbers, criticalOpen: [...this.criticalsOpen(numbers.factors)].sort(compareEntries) };
  }

  /** The numbers of the day last asked for, as they would be without some entries. */
  without(entries: readonly EntryReading[]): Numbers {
    for (const entry of entries) this.withdraw(entry);
    const numbers = this.numbersOn(this.asOf);
    for (const entry of entries) this.take(entry);
    return numbers;
  }

  private numbersOn(day: number): Numbers {
    this.moveTo(day);
    const { parameters } = this.set;
    const parties = this.reading.parties(day);
    const ageing = freshness(day - this.anchor, parameters.eventHalfLifeDays);
    const factors = this.set.factors.map((factor) => {
      const state = this.states.get(factor.code);
      if (state === undefined || state.applicability.excluded(day)) return notApplicable(factor);
      const side = this.ratings.side(factor.code, parties);
      return factorScore(factor, side, state.events.sums(ageing), day, parties.length, parameters);
    });
    // Where there is one, no other needs to be looked at.
    const isCapped = this.criticalsOpen(factors).next().done !== true;
    return { factors, overall: overallScore(this.set, factors, isCapped) };
  }

  /** Every event of a factor on the day last asked for, with what rule 6 leaves of its weight. */
  termsOf(code: number): Iterable<{ readonly term: Term; readonly scale: number }> {
    const ageing = freshness(this.asOf - this.anchor, this.set.parameters.eventHalfLifeDays);
    return this.states.get(code)?.events.limited(ageing) ?? [];
  }

  private moveTo(day: number): void {
    if (day < this.asOf || this.asOf === -Infinity) this.startOver(day);
    const anchor = anchorDay(day, this.set.parameters.eventHalfLifeDays);
    if (anchor !== this.anchor) {
      this.anchor = anchor;
      for (const { events } of this.states.values()) events.anchor(anchor);
    }
    this.asOf = day;
    const { changes } = this.reading;
    for (; this.seen < changes.length; this.seen += 1) {
      const changed = changes[this.seen];
      if (changed !== undefined) this.take(changed);
    }
    for (let due = this.agenda.takeDue(day); due !== undefined; due = this.agenda.takeDue(day)) {
      for (const entry of due) this.take(entry);
    }
  }

  private startOver(day: number): void {
    this.anchor = anchorDay(day, this.set.parameters.eventHalfLifeDays);
    this.seen = 0;
    this.agenda = new Agenda();
    this.ratings = new Ratings();
    this.terms = [];
    this.declared = new Map();
    this.criticals = new Set();
    this.states = new Map(
      this.set.factors.map(({ code }) => {
        const events = new FactorEvents(this.set.parameters, this.anchor);
        return [code, { events, applicability: new Applicability() }];
      }),
    );
  }

  /** Takes an entry in as it reads now, in place of what it added before. */
  private take(entry: EntryReading): void {
    this.withdraw(entry);
    if (entry.day > this.asOf) {
      this.agenda.note(entry.day, entry);
      return;
    }
    if (Ratings.isRating(entry)) {
      if (entry.inEffect) this.ratings.add(entry);
      return;
    }
    const state = entry.factor === null ? undefined : this.states.get(entry.factor);
    if (state === undefined) return;
    if (Applicability.isDeclaration(entry) && entry.inEffect) {
      state.applicability.add(entry);
      this.declared.set(entry, state.applicability);
    }
    if (isEvent(entry)) this.takeEvent(entry, state.events);
  }

  private takeEvent(entry: EntryReading, events: FactorEvents): void {
    const { parameters } = this.set;
    this.terms[entry.index] = events.add(entry, eventWeight(entry, this.asOf, parameters));
    const review = reviewDay(entry, parameters);
    if (review !== null && review > this.asOf) this.agenda.note(review, entry);
    if (entry.severity === 'critical' && entry.sign === '-' && entry.status === 'agreed' && !isRemedied(entry)) {
      this.criticals.add(entry);
    }
  }

  private withdraw(entry: EntryReading): void {
    const term = this.terms[entry.index];
    if (term !== undefined) {
      term.bucket.remove(term);
      this.terms[entry.index] = undefined;
      this.criticals.delete(entry);
    }
    if (Ratings.isRating(entry)) this.ratings.remove(entry);
    if (this.declared.size > 0) {
      this.declared.get(entry)?.remove(entry);
      this.declared.delete(entry);
    }
  }

  private *criticalsOpen(factors: readonly FactorScore[]): Generator<EntryReading, void> {
    for (const entry of this.criticals) {
      // Days only go forward here: what is too old once stays so until it reads differently.
      if (this.asOf - entry.day > this.set.parameters.criticalCap.days) this.criticals.delete(entry);
      else if (factors.some((one) => one.factor.code === entry.factor && one.status !== 'not-applicable')) yield entry;
    }
  }
}
