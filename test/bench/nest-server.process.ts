import 'reflect-metadata';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Inject, Module, Param, Post, Res } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, NestFactory } from '@nestjs/core';
import { Command, CommandBus, CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import pino from 'pino';
import { AccessBook, type Bearer } from '@app/access';
import { openEventStore } from '@app/event-store';
import { CLOCK, projectionViews } from '@app/ledger';
import { AccessGuard, CurrentBearer } from '../../apps/api/src/access/access.guard';
import { Rule } from '../../apps/api/src/access/rule';
import { SignInLimit } from '../../apps/api/src/access/sign-in-limit';
import { EntryBodyShape } from '../../apps/api/src/bodies/entry.body';
import { tagReads } from '../../apps/api/src/edge/etag';
import { IdempotencyKey } from '../../apps/api/src/edge/idempotency-key';
import { takeJsonBodiesOnly } from '../../apps/api/src/edge/json-body';
import { ProblemFilter } from '../../apps/api/src/edge/problem.filter';
import { RouteTable } from '../../apps/api/src/edge/route-table';
import { WebPages } from '../../apps/api/src/edge/web-pages';
import { ShapePipe } from '../../apps/api/src/edge/shape.pipe';
import { watchServer } from '../../apps/api/src/run/metrics';
import type { ReadModels } from '../../apps/api/src/run/read-models';
import { StorePulse } from '../../apps/api/src/run/store-pulse';
import { RawInserts } from './raw-inserts';

// The baseline of `append-http-nest`: the API's own guard, pipe, parser and hooks around a handler that inserts one row.
// Its one argument is a data directory, whose log holds the tokens.

class InsertRow extends Command<string> {
  constructor(
    readonly relationship: string,
    readonly body: string,
  ) {
    super();
  }
}

@CommandHandler(InsertRow)
class InsertRowHandler implements ICommandHandler<InsertRow> {
  constructor(@Inject(RawInserts) private readonly inserts: RawInserts) {}

  execute({ relationship, body }: InsertRow): Promise<string> {
    return this.inserts.add(relationship, body);
  }
}

@Controller('api/v1/relationships/:relationship')
class RawEntriesController {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Post('entries')
  @Rule('write-entries')
  async log(
    @CurrentBearer() bearer: Bearer,
    @Param('relationship') relationship: string,
    @IdempotencyKey() key: string,
    @Body() body: EntryBodyShape,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const row = JSON.stringify({ ...body, key, member: bearer.author.member });
    const position = await this.commands.execute(new InsertRow(relationship, row));
    reply.status(201).header('location', `/api/v1/relationships/${relationship}/entries/${position}`);
    return { id: position, position };
  }
}

@Module({})
class RawModule {}

async function serve(directory: string): Promise<void> {
  const log = pino({ level: 'warn' }, pino.destination(2));
  const store = await openEventStore({ kind: 'sqlite', directory }, { readOnly: true });
  const book = new AccessBook(store);
  await book.start();
  const inserts = new RawInserts(join(directory, 'raw.db'));
  const adapter = new FastifyAdapter();
  const server = adapter.getInstance<FastifyInstance>();
  tagReads(server);
  const readModels: ReadModels = {
    views: projectionViews(directory),
    position: () => null,
    waitFor: async () => true,
    status: () => [],
    behindSeconds: async () => 0,
    stop: async () => undefined,
  };
  watchServer(server, readModels, new StorePulse(log));
  const app = await NestFactory.create<NestFastifyApplication>(
    {
      module: RawModule,
      imports: [CqrsModule.forRoot()],
      controllers: [RawEntriesController],
      providers: [
        InsertRowHandler,
        SignInLimit,
        { provide: RawInserts, useValue: inserts },
        { provide: AccessBook, useValue: book },
        { provide: CLOCK, useValue: Date.now },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: ShapePipe },
        { provide: APP_FILTER, useValue: new ProblemFilter(log, new RouteTable(), new WebPages()) },
      ],
    },
    adapter,
    { logger: false, bodyParser: false },
  );
  takeJsonBodiesOnly(server);
  await app.init();
  await app.listen(0, '127.0.0.1');
  process.stdout.write(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}\n`);
  process.once('SIGTERM', () => {
    void app.close().then(async () => {
      book.stop();
      inserts.close();
      await store.close();
    });
  });
}

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('the data directory is missing');
void serve(directory);
