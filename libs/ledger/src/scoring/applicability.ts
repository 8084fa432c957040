import { compareEntries, type EntryReading } from './entry-reading';
import { parseEffective } from './days';

/** The declarations about one factor that are visible and in effect (reading rule 12). */
export class Applicability {
  private readonly declarations: EntryReading[] = [];

  static isDeclaration(entry: EntryReading): boolean {
    return entry.fact.kind === 'factor.not-applicable' || entry.fact.kind === 'factor.applicable';
  }

  add(entry: EntryReading): void {
    this.declarations.push(entry);
    this.declarations.sort(compareEntries);
  }

  remove(entry: EntryReading): void {
    this.declarations.splice(this.declarations.indexOf(entry), 1);
  }

  /** Whether some declaration, its `until` day included, leaves the factor out on a day on which all are visible. */
  excluded(asOf: number): boolean {
    const revoked = this.declarations.findLastIndex((entry) => entry.fact.kind === 'factor.applicable');
    return this.declarations.some((entry, place) => {
      if (place <= revoked) return false;
      const until = entry.data['until'];
      const last = typeof until === 'string' ? parseEffective(until)?.lastDay : undefined;
      return last === undefined || asOf <= last;
    });
  }
}
