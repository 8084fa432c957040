/** Numbers that look random and are the same on every machine: a linear congruential step, scrambled before use. */
export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    let scrambled = this.state;
    scrambled = Math.imul(scrambled ^ (scrambled >>> 15), 0x2c1b3c6d) >>> 0;
    scrambled = (scrambled ^ (scrambled >>> 13)) >>> 0;
    return least + (scrambled % (most - least + 1));
  }

  /** That many lower-case hex digits: a stand-in for a salt or the digest of a file that does not exist. */
  hex(digits: number): string {
    return Array.from({ length: digits }, () => this.between(0, 15).toString(16)).join('');
  }
}
