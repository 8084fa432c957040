/**
 * How the course is told: `reported` by the version of the method then in force, `restated` by one version throughout,
 * `as-known` each day with what the record held on it.
 */
export const TELLINGS = ['reported', 'restated', 'as-known'] as const;
export type Telling = (typeof TELLINGS)[number];

export interface CourseSearch {
  /** Absent: as reported. */
  readonly course?: Exclude<Telling, 'reported'>;
}

/** What is no way to tell it is as if it were not there. */
export function courseSearchOf(search: Readonly<Record<string, unknown>>): CourseSearch {
  const { course } = search;
  return course === 'restated' || course === 'as-known' ? { course } : {};
}
