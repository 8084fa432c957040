import { Inject, type Type } from '@nestjs/common';
import type { EventStore } from '@app/event-store';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { basisOf, type Basis } from './basis/basis.queries';
import type { CheckpointSeen } from './entry/entry';
import { dueCalendarOf } from './due/due-calendar';
import type { DueParameters } from './due/due.queries';
import { rubricOf, type Rubric } from './factor-sets/rubric.queries';
import type { LedgerLog } from './log/ledger-log';
import { onRecord } from './on-record';
import type { Clocks } from './parameters';
import type { QuestionName } from './question-names';
import { extractOf, extractsOf, type ExtractPreview, type Extracts } from './portfolio/extract.queries';
import { portfolioOf, type Portfolio, type Sight } from './portfolio/portfolio.queries';
import { questions, type QuestionParameters } from './questions';
import type { RegisterDates } from './register';
import type { RegisterName } from './register-names';
import { registers, type RegisterParameters } from './registers';
import { relationshipsOf, type RelationshipSummary } from './relationship/relationship.queries';
import {
  differenceOf,
  explanationOf,
  historyOf,
  replayPageOf,
  scoreOf,
  type DifferenceParameters,
  type ExplanationOnRecord,
  type HistoryParameters,
  type Replay,
  type ReplayParameters,
  type ScoreOnRecord,
  type ScoreParameters,
} from './score/score.queries';
import type { Difference } from './scoring/difference';
import type { History } from './scoring/history';
import { baselineOf, type Baseline } from './selection/baseline.queries';
import { CLOCK, EVENT_STORE, LEDGER_LOG, VIEWS, type Clock } from './tokens';
import {
  entriesOf,
  entryOf,
  trailPageOf,
  type EntriesPage,
  type EntriesParameters,
  type TrailPage,
  type TrailEntry,
} from './trail/audit-trail';
import { broughtOf, type Brought } from './value/brought.queries';
import type { Views } from './views';

/** A question about one relationship. */
class RelationshipQuery<Parameters, Answer> extends Query<Answer> {
  constructor(
    readonly relationship: string,
    readonly parameters: Parameters,
  ) {
    super();
  }
}

export class GetScore extends RelationshipQuery<ScoreParameters, ScoreOnRecord> {}
export class GetHistory extends RelationshipQuery<HistoryParameters, History> {}
export class GetExplanation extends RelationshipQuery<
  ScoreParameters & { readonly factor?: string },
  ExplanationOnRecord
> {}
export class GetRubric extends RelationshipQuery<ScoreParameters & { readonly factor?: string }, Rubric> {}
export class GetDifference extends RelationshipQuery<DifferenceParameters, Difference> {}
export class GetReplay extends RelationshipQuery<ReplayParameters, Replay> {}
export class GetTrail extends RelationshipQuery<Omit<EntriesParameters, 'status' | 'order'>, TrailPage> {}
export class ListEntries extends RelationshipQuery<EntriesParameters, EntriesPage> {}
export class GetRegister extends RelationshipQuery<
  RegisterParameters & { readonly register: RegisterName },
  RegisterDates
> {}
export class GetAnswer extends RelationshipQuery<
  QuestionParameters & { readonly question: QuestionName },
  RegisterDates
> {}
export class GetDueCalendar extends RelationshipQuery<DueParameters, string> {}
export class GetBrought extends RelationshipQuery<Clocks, Brought> {}
export class GetExtract extends RelationshipQuery<Clocks, ExtractPreview> {}
export class GetEntry extends RelationshipQuery<Clocks & { readonly entry: string }, TrailEntry> {}

export class GetBasis extends RelationshipQuery<Clocks, Basis> {}

export class GetBaseline extends RelationshipQuery<Clocks, Baseline> {}

export class ListRelationships extends Query<{ relationships: RelationshipSummary[] }> {
  constructor(
    /** Which relationships the one who asks may see. */
    readonly visible: (id: string) => boolean,
  ) {
    super();
  }
}

export class GetPortfolio extends Query<Portfolio> {
  constructor(
    readonly clocks: Clocks,
    /** What the one who asks may see. */
    readonly sight: Sight,
  ) {
    super();
  }
}

@QueryHandler(GetPortfolio)
class GetPortfolioHandler implements IQueryHandler<GetPortfolio> {
  constructor(
    @Inject(VIEWS) private readonly views: Views,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  execute({ clocks, sight }: GetPortfolio): Promise<Portfolio> {
    return portfolioOf(this.views, clocks, this.now(), sight);
  }
}

export class GetExtracts extends Query<Extracts> {
  constructor(
    /** Which relationships the one who asks may see. */
    readonly visible: (id: string) => boolean,
  ) {
    super();
  }
}

@QueryHandler(GetExtracts)
class GetExtractsHandler implements IQueryHandler<GetExtracts> {
  constructor(
    @Inject(VIEWS) private readonly views: Views,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  execute({ visible }: GetExtracts): Promise<Extracts> {
    return extractsOf(this.views, this.now(), { visible });
  }
}

@QueryHandler(ListRelationships)
class ListRelationshipsHandler implements IQueryHandler<ListRelationships> {
  constructor(
    @Inject(VIEWS) private readonly views: Views,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  execute({ visible }: ListRelationships): Promise<{ relationships: RelationshipSummary[] }> {
    return relationshipsOf(this.views, this.now(), visible);
  }
}

@QueryHandler(GetBaseline)
class GetBaselineHandler implements IQueryHandler<GetBaseline> {
  constructor(
    @Inject(VIEWS) private readonly views: Views,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LEDGER_LOG) private readonly log: LedgerLog,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  execute({ relationship, parameters }: GetBaseline): Promise<Baseline> {
    const { views, store, log } = this;
    const checkpointOf = (id: string, revision: number): Promise<CheckpointSeen> => log.checkpointOf(id, revision);
    return baselineOf({ views, store, checkpointOf }, relationship, parameters, this.now());
  }
}

@QueryHandler(GetBasis)
class GetBasisHandler implements IQueryHandler<GetBasis> {
  constructor(
    @Inject(VIEWS) private readonly views: Views,
    @Inject(LEDGER_LOG) private readonly log: LedgerLog,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  execute({ relationship, parameters }: GetBasis): Promise<Basis> {
    const lastCheckpoint = (id: string): CheckpointSeen | null => this.log.lastPublished(id);
    const answer = onRecord((views, id, clocks: Clocks, now) => basisOf({ views, lastCheckpoint }, id, clocks, now));
    return answer(this.views, relationship, parameters, this.now());
  }
}

/** The Nest handler of a question that a function over the views answers. */
function handlerOf<Parameters, Answer>(
  query: Type<RelationshipQuery<Parameters, Answer>>,
  answer: (views: Views, relationship: string, parameters: Parameters, now: number) => Promise<Answer>,
): Type {
  @QueryHandler(query)
  class RelationshipQueryHandler implements IQueryHandler<RelationshipQuery<Parameters, Answer>> {
    constructor(
      @Inject(VIEWS) private readonly views: Views,
      @Inject(CLOCK) private readonly now: Clock,
    ) {}

    execute({ relationship, parameters }: RelationshipQuery<Parameters, Answer>): Promise<Answer> {
      return answer(this.views, relationship, parameters, this.now());
    }
  }
  return RelationshipQueryHandler;
}

export const queryHandlers: readonly Type[] = [
  ListRelationshipsHandler,
  GetBaselineHandler,
  GetBasisHandler,
  GetPortfolioHandler,
  GetExtractsHandler,
  handlerOf(GetScore, onRecord(scoreOf)),
  handlerOf(GetHistory, onRecord(historyOf)),
  handlerOf(GetExplanation, onRecord(explanationOf)),
  handlerOf(GetRubric, onRecord(rubricOf)),
  handlerOf(GetDifference, onRecord(differenceOf)),
  handlerOf(GetReplay, onRecord(replayPageOf)),
  handlerOf(GetTrail, onRecord(trailPageOf)),
  handlerOf(ListEntries, onRecord(entriesOf)),
  handlerOf(
    GetRegister,
    onRecord((views, relationship, { register, ...parameters }, now) =>
      registers[register](views, relationship, parameters, now),
    ),
  ),
  handlerOf(
    GetAnswer,
    onRecord((views, relationship, { question, ...parameters }, now) =>
      questions[question](views, relationship, parameters, now),
    ),
  ),
  handlerOf(GetDueCalendar, dueCalendarOf),
  handlerOf(GetBrought, onRecord(broughtOf)),
  handlerOf(GetExtract, onRecord(extractOf)),
  handlerOf(GetEntry, (views, relationship, { entry, ...clocks }, now) =>
    entryOf(views, relationship, entry, clocks, now),
  ),
];
