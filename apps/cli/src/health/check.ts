/** One thing that `doctor` looked at. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What there is, and what should be where it is wrong. */
  readonly found: string;
}
