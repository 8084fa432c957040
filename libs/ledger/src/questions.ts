import { auditSampleOf, type AuditSampleParameters } from './audit-sample/audit-sample.queries';
import { completenessOf } from './completeness/completeness.queries';
import { driversOf } from './drivers/drivers.queries';
import { evidenceCheckOf, type EvidenceCheckParameters } from './evidence-check/evidence-check.queries';
import { forecastOf } from './forecast/forecast.queries';
import { gapsOf } from './gaps/gaps.queries';
import { inReplyTimeOf } from './in-reply-time/in-reply-time.queries';
import { lateLoggingOf } from './late-logging/late-logging.queries';
import { opportunitiesOf } from './opportunities/opportunities.queries';
import type { QuestionName } from './question-names';
import { readinessOf } from './readiness/readiness.queries';
import type { RegisterDates } from './register';
import { sensitivityOf } from './sensitivity/sensitivity.queries';
import { stagesOf } from './stages/stages.queries';
import { stepsOf } from './steps/steps.queries';
import { toRateOf } from './to-rate/to-rate.queries';
import { storyOf, type StoryParameters } from './story/story.queries';
import { topOf, type TopParameters } from './top/top.queries';
import { unansweredOf, type UnansweredParameters } from './unanswered/unanswered.queries';
import type { Views } from './views';
import { whatIfOf, type WhatIfParameters } from './what-if/what-if.queries';

/** What some questions can be asked with besides both clocks. */
export type QuestionParameters = TopParameters &
  WhatIfParameters &
  UnansweredParameters &
  EvidenceCheckParameters &
  AuditSampleParameters &
  StoryParameters;

/** An answer: the dates that it was asked at, and under the question's own name its rows, each with its entries. */
type Question = (
  views: Views,
  relationship: string,
  parameters: QuestionParameters,
  now: number,
) => Promise<RegisterDates>;

export const questions: Readonly<Record<QuestionName, Question>> = {
  gaps: gapsOf,
  unanswered: unansweredOf,
  'in-reply-time': inReplyTimeOf,
  'late-logging': lateLoggingOf,
  sensitivity: sensitivityOf,
  forecast: forecastOf,
  opportunities: opportunitiesOf,
  'to-rate': toRateOf,
  'what-if': whatIfOf,
  top: topOf,
  completeness: completenessOf,
  'evidence-check': evidenceCheckOf,
  story: storyOf,
  'audit-sample': auditSampleOf,
  readiness: readinessOf,
  stages: stagesOf,
  steps: stepsOf,
  drivers: driversOf,
};
