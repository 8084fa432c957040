import type { CourseDrawing } from '../charts/course-drawing';

/** A report as it is shown on a page and written into a file: both are made from this alone. */
export interface Report {
  /** Of the relationship. */
  readonly title: string;
  readonly subtitle: string;
  /** What every view of this record must say. */
  readonly notices: readonly string[];
  readonly sections: readonly Section[];
  /** What it was made from. */
  readonly madeFrom: readonly Figure[];
  /** What this edition, or who it was made for, leaves out. */
  readonly leftOut: readonly string[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly is: 'headline'; readonly headline: Headline }
  | { readonly is: 'figures'; readonly figures: readonly Figure[] }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'table'; readonly table: ReportTable }
  | { readonly is: 'course'; readonly summary: string; readonly drawing: CourseDrawing };

export interface Headline {
  /** As it is shown; where there is none, a sentence that says so. */
  readonly score: string;
  readonly level: string | null;
  readonly low: number;
  readonly high: number;
  /** 0 to 100; null where there is none. */
  readonly at: number | null;
  /** What the bar between low and high shows. */
  readonly bounds: string;
}

export interface Figure {
  readonly label: string;
  readonly value: string;
}

export interface ReportTable {
  /** What it holds. */
  readonly label: string;
  readonly columns: readonly string[];
  /** How many columns from the left hold words; those behind them hold numbers. */
  readonly words: number;
  readonly rows: readonly ReportRow[];
}

export interface ReportRow {
  readonly cells: readonly string[];
  /** Id of the entry that it is about. */
  readonly entry?: string;
}
