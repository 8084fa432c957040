import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { AccessBook } from '@app/access';
import type { EventStore } from '@app/event-store';
import {
  CLOCK,
  EVENT_STORE,
  LEDGER_LOG,
  RATING_SAFE,
  VIEWS,
  type Clock,
  type EvidenceFiles,
  type LedgerLog,
  type RatingSafe,
} from '@app/ledger';
import { ledgerHandlers } from '@app/ledger/handlers';
import { AccessGuard } from './access/access.guard';
import { SelectionGuard } from './access/selection.guard';
import { SignInLimit } from './access/sign-in-limit';
import { ProblemFilter } from './edge/problem.filter';
import type { RouteTable } from './edge/route-table';
import { SeenGuard } from './edge/seen.guard';
import { ShapePipe } from './edge/shape.pipe';
import { WebPages } from './edge/web-pages';
import { AnswersController } from './routes/answers.controller';
import { DueCalendarController } from './routes/due-calendar.controller';
import { DemoController } from './routes/demo.controller';
import { EntriesController } from './routes/entries.controller';
import { ExtractController } from './routes/extract.controller';
import { FilesController } from './routes/files.controller';
import { FrontPageController } from './routes/front-page.controller';
import { HealthController } from './routes/health.controller';
import { LogController } from './routes/log.controller';
import { LiveController } from './routes/live.controller';
import { BaselineController } from './routes/baseline.controller';
import { BasisController } from './routes/basis.controller';
import { BroughtController } from './routes/brought.controller';
import { CatalogueController } from './routes/catalogue.controller';
import { PortfolioController } from './routes/portfolio.controller';
import { ProblemsController } from './routes/problems.controller';
import { QuestionsController } from './routes/questions.controller';
import { RegistersController } from './routes/registers.controller';
import { RelationshipsController } from './routes/relationships.controller';
import { RoundsController } from './routes/rounds.controller';
import { ScoreController } from './routes/score.controller';
import { SelectionsController } from './routes/selections.controller';
import { SessionController } from './routes/session.controller';
import { Bundles } from './run/bundles';
import { LiveStreams } from './run/live-streams';
import { Readiness } from './run/readiness';
import type { ReadModels } from './run/read-models';
import { StorePulse } from './run/store-pulse';
import type { RunningClock } from './run/run-clock';
import { EVIDENCE_FILES, LEDGER_CLOCK, METRICS, READ_MODELS } from './tokens';

/** Everything that runs before Nest does. */
export interface ApiParts {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly book: AccessBook;
  readonly ledgerLog: LedgerLog;
  readonly safe: RatingSafe;
  /** Null in a process that is not the primary one. */
  readonly files: EvidenceFiles | null;
  /** Null in a process that is not the primary one. */
  readonly ledgerClock: RunningClock | null;
  readonly pulse: StorePulse;
  readonly readiness: Readiness;
  readonly bundles: Bundles;
  readonly streams: LiveStreams;
  readonly metrics: Registry;
  readonly routes: RouteTable;
  readonly pages: WebPages;
  readonly clock: Clock;
  readonly log: Logger;
}

export const CONTROLLERS = [
  RelationshipsController,
  SelectionsController,
  EntriesController,
  AnswersController,
  FilesController,
  ScoreController,
  RegistersController,
  QuestionsController,
  PortfolioController,
  ExtractController,
  BroughtController,
  BaselineController,
  BasisController,
  DueCalendarController,
  RoundsController,
  LogController,
  LiveController,
  SessionController,
  DemoController,
  CatalogueController,
  ProblemsController,
  HealthController,
  FrontPageController,
];

@Module({})
export class ApiModule {
  static of(parts: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot()],
      controllers: CONTROLLERS,
      providers: [
        ...ledgerHandlers,
        SignInLimit,
        AccessGuard,
        { provide: EVENT_STORE, useValue: parts.store },
        { provide: LEDGER_LOG, useValue: parts.ledgerLog },
        { provide: VIEWS, useValue: parts.readModels.views },
        { provide: CLOCK, useValue: parts.clock },
        { provide: RATING_SAFE, useValue: parts.safe },
        { provide: EVIDENCE_FILES, useValue: parts.files },
        { provide: LEDGER_CLOCK, useValue: parts.ledgerClock },
        { provide: READ_MODELS, useValue: parts.readModels },
        { provide: METRICS, useValue: parts.metrics },
        { provide: AccessBook, useValue: parts.book },
        { provide: StorePulse, useValue: parts.pulse },
        { provide: Bundles, useValue: parts.bundles },
        { provide: Readiness, useValue: parts.readiness },
        { provide: LiveStreams, useValue: parts.streams },
        { provide: WebPages, useValue: parts.pages },
        // In this order: who speaks, what it has seen, whether it is a selection that others hold.
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_GUARD, useClass: SeenGuard },
        { provide: APP_GUARD, useClass: SelectionGuard },
        { provide: APP_PIPE, useClass: ShapePipe },
        { provide: APP_FILTER, useValue: new ProblemFilter(parts.log, parts.routes, parts.pages) },
      ],
    };
  }
}
