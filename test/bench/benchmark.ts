/** What is measured, and what with. */
export interface Setting {
  /** An empty directory for files of this run; it is deleted afterwards. */
  readonly directory: string;
  /** Fewer entries and fewer runs: for a look, not for a figure. */
  readonly quick: boolean;
  /** Connection string of an EventStoreDB server to measure against. */
  readonly eventStoreUrl: string | null;
}

/** One figure. `baseline` was measured in the same run; `ratio` is ours against it, larger is better. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
  /** What `ratio` (without a baseline: `value`) should reach; null where the figure is only reported. */
  readonly target: number | null;
}

export interface Benchmark {
  readonly name: string;
  /** Why it is left out, unless it is asked for by name; null where it runs. */
  leftOut?(setting: Setting, wanted: ReadonlySet<string>): string | null;
  run(setting: Setting): Promise<readonly Row[]>;
}
