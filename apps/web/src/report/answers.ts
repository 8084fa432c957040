import type { Schemas } from '../api/client';
import type { LogState } from './report-search';

type Score = Schemas['ScoreAnswer'];

/** What a report is made from: answers of the API, all of them at the same two clocks. */
export interface Answers {
  readonly relationship: Schemas['RelationshipAnswer'];
  readonly score: Score;
  /** The earlier day as it was known at its end. */
  readonly saidThen: Score;
  /** The earlier day as it is known now. */
  readonly saidSince: Score;
  readonly difference: Schemas['DifferenceAnswer'];
  readonly points: readonly Schemas['PointAnswer'][];
  readonly gaps: readonly Schemas['GapAnswer'][];
  readonly readiness: Schemas['ReadinessAnswer'];
  readonly stages: Schemas['StagesAnswer'];
  readonly sensitivity: Schemas['SensitivityAnswer'];
  readonly forecast: Schemas['ForecastAnswer'];
  readonly brought: Schemas['BroughtAnswer'];
  readonly basis: Schemas['BasisAnswer'];
  /** Null for who may not read entries. */
  readonly entries: EntryAnswers | null;
  readonly log: LogState;
}

export interface EntryAnswers {
  readonly top: readonly Schemas['TopEntryAnswer'][];
  readonly due: Schemas['DueAnswer'];
  /** Those that the two lists name, by id. */
  readonly byId: ReadonlyMap<string, Schemas['EntryAnswer']>;
  readonly inReplyTime: ReadonlySet<string>;
}

export interface Made {
  readonly compare: string;
  /** The instant: a day to its end. */
  readonly knownAt: string;
  readonly isPublic: boolean;
}
