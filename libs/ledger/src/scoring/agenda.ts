/** What comes due on later days: a queue of days, each with all that is noted down for it. */
export class Agenda<T> {
  private readonly byDay = new Map<number, T[]>();
  /** The days of the map as a binary heap: no day is earlier than its parent at `(place - 1) / 2`. */
  private readonly days: number[] = [];

  note(day: number, what: T): void {
    const noted = this.byDay.get(day);
    if (noted !== undefined) {
      noted.push(what);
      return;
    }
    this.byDay.set(day, [what]);
    let place = this.days.push(day) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = this.days[parent] ?? day;
      if (above <= day) break;
      this.days[place] = above;
      place = parent;
    }
    this.days[place] = day;
  }

  /** Takes out what is due on the earliest day up to `day`; undefined when nothing is. */
  takeDue(day: number): readonly T[] | undefined {
    const earliest = this.days[0];
    if (earliest === undefined || earliest > day) return undefined;
    const due = this.byDay.get(earliest);
    this.byDay.delete(earliest);
    this.removeEarliest();
    return due;
  }

  private removeEarliest(): void {
    const moved = this.days.pop();
    const { length } = this.days;
    if (moved === undefined || length === 0) return;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= length) break;
      const smaller = left + 1 < length && (this.days[left + 1] ?? 0) < (this.days[left] ?? 0) ? left + 1 : left;
      const below = this.days[smaller] ?? moved;
      if (below >= moved) break;
      this.days[place] = below;
      place = smaller;
    }
    this.days[place] = moved;
  }
}
