import { kindOf } from '../catalogue/catalogue';
import { SettledEntry, compareEntries, type EntryReading } from './entry-reading';
import type { Fact } from './fact';
import { PartyTimeline } from './party-timeline';
import { SELECTING_PARTY, opensSelection } from './selection-ledger';

const isPartyKind = (kind: string): boolean => kind === 'party.joined' || kind === 'party.left';

/**
 * The entries of one relationship as they are known ("Reading the entries" of scoring.md), read incrementally: facts may
 * be learned in any order, each costs little, and nothing is worked out before somebody asks. Only a change of the
 * parties, which is rare, reads everything anew.
 */
export class Reading {
  private readonly byId = new Map<string, SettledEntry>();
  private readonly all: SettledEntry[] = [];
  private readonly partyEntries: SettledEntry[] = [];
  private readonly factorSets: SettledEntry[] = [];
  /** Answers learned before the entry they answer, by its id: an import may claim any recorded times. */
  private readonly early = new Map<string, Fact[]>();
  private readonly unsettled: SettledEntry[] = [];
  private readonly settled: SettledEntry[] = [];
  private timeline = new PartyTimeline();
  private partiesStale = false;
  private selection = false;

  /** Whether this is a partner selection: a ledger of the client alone. */
  get isSelection(): boolean {
    return this.selection;
  }

  /** Takes in one more entry of the ledger; each only once. */
  learn(fact: Fact): void {
    if (fact.answers !== null && kindOf(fact.kind)?.answer === true) this.learnAnswer(fact.answers, fact);
    else this.learnEntry(fact);
  }

  /** The entry as it stands, or undefined where none of that id is known; answers are not entries in this sense. */
  entry(id: string): EntryReading | undefined {
    this.settle();
    return this.byId.get(id);
  }

  /** All entries but answers, as they were learned. */
  get entries(): readonly EntryReading[] {
    this.settle();
    return this.all;
  }

  /** All entries that agree on a factor set, as they were learned. */
  get factorSetEntries(): readonly EntryReading[] {
    this.settle();
    return this.factorSets;
  }

  /**
   * Parties on a day: client, provider and those joined, in that order, without those left (rule 4); of a partner selection
   * the client.
   */
  parties(day: number): readonly string[] {
    this.settle();
    return this.timeline.on(day);
  }

  /**
   * Every entry that was learned or came to read differently, once each time, oldest change first: a reader that keeps
   * its place in this list sees what changed since it last looked.
   */
  get changes(): readonly EntryReading[] {
    this.settle();
    return this.settled;
  }

  private learnEntry(fact: Fact): void {
    const entry = new SettledEntry(fact, this.all.length);
    this.all.push(entry);
    this.byId.set(fact.id, entry);
    for (const answer of this.early.get(fact.id) ?? []) entry.answer(answer);
    this.early.delete(fact.id);
    if (opensSelection(fact)) {
      this.selection = true;
      this.partiesStale = true;
    }
    if (isPartyKind(fact.kind)) {
      this.partyEntries.push(entry);
      this.partiesStale = true;
    }
    if (fact.kind === 'factorset.agreed') this.factorSets.push(entry);
    this.await(entry);
  }

  private learnAnswer(id: string, answer: Fact): void {
    const entry = this.byId.get(id);
    if (entry === undefined) {
      const early = this.early.get(id);
      if (early === undefined) this.early.set(id, [answer]);
      else early.push(answer);
      return;
    }
    entry.answer(answer);
    if (isPartyKind(entry.fact.kind)) this.partiesStale = true;
    this.await(entry);
  }

  private await(entry: SettledEntry): void {
    if (entry.waiting) return;
    entry.waiting = true;
    this.unsettled.push(entry);
  }

  private settle(): void {
    if (this.unsettled.length === 0) return;
    if (this.partiesStale) this.settleParties();
    const partiesOn = (day: number): readonly string[] => this.timeline.on(day);
    for (const entry of this.unsettled) {
      if (!isPartyKind(entry.fact.kind)) entry.settle(partiesOn);
      entry.waiting = false;
      this.settled.push(entry);
    }
    this.unsettled.length = 0;
  }

  /**
   * Who is a party decides whether all have agreed that somebody joins or leaves: each of these entries is judged by the
   * parties that those before it, in the order of facts, established.
   */
  private settleParties(): void {
    this.partiesStale = false;
    const before = this.timeline;
    this.timeline = this.selection ? new PartyTimeline([SELECTING_PARTY]) : new PartyTimeline();
    // Corrections alone place an entry in time: settled once to be sorted, and once more to be judged.
    for (const entry of this.partyEntries) entry.settle(() => []);
    for (const entry of [...this.partyEntries].sort(compareEntries)) {
      const parties = this.timeline.latest;
      entry.settle(() => parties);
      const party = entry.data['party'];
      if (!entry.inEffect || typeof party !== 'string') continue;
      if (entry.fact.kind === 'party.joined') this.timeline.join(entry.day, party);
      else this.timeline.leave(entry.day, party);
    }
    if (!this.timeline.equals(before)) for (const entry of this.all) this.await(entry);
  }
}
