const FOUNDING_PARTIES: readonly string[] = ['client', 'provider'];

/** Who is a party from which day on (scoring.md, reading rule 4). Changes are added in the order of their days. */
export class PartyTimeline {
  private readonly changes: { readonly day: number; readonly parties: readonly string[] }[];

  constructor(private readonly founding: readonly string[] = FOUNDING_PARTIES) {
    this.changes = [{ day: -Infinity, parties: founding }];
  }

  /** Parties after the last change. */
  get latest(): readonly string[] {
    return this.changes.at(-1)?.parties ?? this.founding;
  }

  join(day: number, party: string): void {
    if (!this.latest.includes(party)) this.changes.push({ day, parties: [...this.latest, party] });
  }

  leave(day: number, party: string): void {
    if (this.latest.includes(party)) this.changes.push({ day, parties: this.latest.filter((one) => one !== party) });
  }

  /** Parties at the end of a day. */
  on(day: number): readonly string[] {
    for (let index = this.changes.length - 1; index > 0; index -= 1) {
      const change = this.changes[index];
      if (change !== undefined && change.day <= day) return change.parties;
    }
    return this.founding;
  }

  equals(other: PartyTimeline): boolean {
    return (
      this.changes.length === other.changes.length &&
      this.changes.every((change, index) => {
        const theirs = other.changes[index];
        return change.day === theirs?.day && change.parties.join('\n') === theirs.parties.join('\n');
      })
    );
  }
}
