import { Controller, Inject, UseInterceptors, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Bearer } from '@app/access';
import { Problem, QUESTIONS, type EvidenceFiles, type ProblemCode, type QuestionName } from '@app/ledger';
import { GetAnswer } from '@app/ledger/handlers';
import { AuditSampleAnswer } from '../answers/audit-sample.answer';
import { GapsAnswer } from '../answers/gaps.answer';
import {
  ForecastAnswer,
  OpportunitiesAnswer,
  SensitivityAnswer,
  ToRateAnswer,
  TopAnswer,
  WhatIfAnswer,
} from '../answers/prospects.answer';
import { ReadinessAnswer, StagesAnswer, StepsAnswer } from '../answers/readiness.answer';
import { CompletenessAnswer, DriversAnswer, EvidenceCheckAnswer } from '../answers/record.answer';
import { StoryAnswer } from '../answers/story.answer';
import { InReplyTimeAnswer, LateLoggingAnswer, UnansweredAnswer } from '../answers/unanswered.answer';
import {
  AuditSampleQuery,
  BothClocksQuery,
  StoryQuery,
  TopQuery,
  UnansweredQuery,
  WhatIfQuery,
} from '../bodies/queries';
import { CatchUpInterceptor } from '../edge/catch-up.interceptor';
import { addRead } from './add-read';
import { EVIDENCE_FILES } from '../tokens';
import { parametersOf } from './parameters';

interface QuestionRoute {
  readonly answer: Type;
  /** What it can be asked with; absent: both clocks. */
  readonly query?: Type<BothClocksQuery>;
  /** Numbers and states without a word of any entry: whoever may read scores may read it. */
  readonly isOfScores?: true;
  /** Beside those of every read. */
  readonly problems?: readonly ProblemCode[];
}

const ROUTES: Readonly<Record<QuestionName, QuestionRoute>> = {
  gaps: { answer: GapsAnswer, isOfScores: true },
  unanswered: { answer: UnansweredAnswer, query: UnansweredQuery, problems: ['unknown-party'] },
  'in-reply-time': { answer: InReplyTimeAnswer },
  'late-logging': { answer: LateLoggingAnswer },
  sensitivity: { answer: SensitivityAnswer, isOfScores: true },
  forecast: { answer: ForecastAnswer, isOfScores: true },
  opportunities: { answer: OpportunitiesAnswer },
  'to-rate': { answer: ToRateAnswer },
  'what-if': {
    answer: WhatIfAnswer,
    query: WhatIfQuery,
    problems: ['not-allowed-now', 'unknown-factor', 'unknown-party'],
  },
  top: { answer: TopAnswer, query: TopQuery },
  completeness: { answer: CompletenessAnswer },
  'evidence-check': { answer: EvidenceCheckAnswer },
  story: { answer: StoryAnswer, query: StoryQuery },
  'audit-sample': { answer: AuditSampleAnswer, query: AuditSampleQuery },
  readiness: { answer: ReadinessAnswer, isOfScores: true },
  stages: { answer: StagesAnswer, isOfScores: true },
  steps: { answer: StepsAnswer, isOfScores: true },
  drivers: { answer: DriversAnswer, isOfScores: true },
};

@ApiTags('questions')
@Controller('api/v1/relationships/:relationship')
@UseInterceptors(CatchUpInterceptor)
export class QuestionsController {
  constructor(
    @Inject(QueryBus) readonly queries: QueryBus,
    @Inject(EVIDENCE_FILES) readonly files: EvidenceFiles | null,
  ) {}
}

for (const [question, route] of Object.entries(ROUTES) as [QuestionName, QuestionRoute][]) {
  const { answer, query = BothClocksQuery, problems = [], isOfScores = false } = route;
  const rule = isOfScores ? 'read-score' : 'read-entries';
  const summary = `${QUESTIONS[question]}; at any pair of dates`.replace(/^./, (letter) => letter.toUpperCase());
  addRead(
    QuestionsController,
    { name: question, summary, answer, query, problems, rule },
    ({ queries, files }, relationship, asked, { bearer }) => {
      const here = question === 'evidence-check' && files !== null ? { here: files.hashes(relationship) } : {};
      return queries.execute(new GetAnswer(relationship, { question, ...here, ...ownParametersOf(asked, bearer) }));
    },
  );
}

/**
 * `mine` asks for what the member of the token logged: how much of it waits is shown to nobody else.
 *
 * @throws Problem `invalid-parameter`
 */
function ownParametersOf({ mine, ...asked }: BothClocksQuery & { mine?: string }, { author }: Bearer) {
  const parameters = parametersOf(asked);
  if (mine === undefined) return parameters;
  const { party, member } = author;
  if (mine !== 'true' || party === null) {
    throw new Problem('invalid-parameter', 'mine: expected true, of a token of a party', 'mine');
  }
  return { ...parameters, loggedBy: { party, member } };
}
