import { Controller, Get, Headers, Inject, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessBook, may } from '@app/access';
import { CLOCK, Problem, streamOf, VIEWS, type Clock, type Views } from '@app/ledger';
import { bearerOf } from '../access/access.guard';
import { Rule } from '../access/rule';
import { ReadQuery } from '../bodies/queries';
import { CatchUpInterceptor } from '../edge/catch-up.interceptor';
import { DescribeRead, RelationshipParameter } from '../edge/describe';
import { LiveStreams } from '../run/live-streams';

@ApiTags('entries')
@Controller('api/v1/relationships/:relationship')
export class LiveController {
  constructor(
    @Inject(LiveStreams) private readonly streams: LiveStreams,
    @Inject(AccessBook) private readonly book: AccessBook,
    @Inject(VIEWS) private readonly views: Views,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get('live')
  @UseInterceptors(CatchUpInterceptor)
  @Rule('read-score')
  @ApiOperation({
    summary: 'Server-sent events: one per new entry',
    description:
      'First `reached` with `{position, revision}` of the last entry that there is: what was read before that position ' +
      'is read again. Then `entry` with `{position, revision, id, kind}` for each new one, without `id` and `kind` for ' +
      'who may read scores alone; read on with `seen=position`. The event’s id is the revision: `Last-Event-ID` resumes ' +
      'after it, without `reached`. A comment every 15 seconds keeps the connection alive.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'revision of the last entry received',
    example: '24',
  })
  @ApiProduces('text/event-stream')
  @ApiResponse({
    status: 200,
    description: 'The stream.',
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example:
          'id: 24\nevent: reached\ndata: {"position":"0000000000000025","revision":24}\n\n' +
          'id: 25\nevent: entry\ndata: {"position":"0000000000000026","revision":25,"id":"e-0026","kind":"note.logged"}\n\n',
      },
    },
  })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found')
  async live(
    @Param('relationship') relationship: string,
    @Query() _query: ReadQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const row = await this.views.relationship(relationship);
    if (!row) throw new Problem('relationship-not-found', `there is no relationship ${relationship}`);
    if (lastEventId !== undefined && !/^\d{1,9}$/.test(lastEventId)) {
      throw new Problem('invalid-parameter', 'Last-Event-ID must be a revision', 'Last-Event-ID');
    }
    if (request.method === 'HEAD') return void reply.type('text/event-stream').send();
    this.streams.assertRoom();
    const { tokenId, author } = bearerOf(request);
    const resumesAfter = lastEventId === undefined ? null : Number(lastEventId);
    reply.hijack();
    this.streams.start({
      stream: streamOf(relationship),
      fromRevision: resumesAfter === null ? row.revision : resumesAfter + 1,
      reachedRevision: resumesAfter === null ? row.revision : null,
      tellsEntries: may(author.role, 'read-entries'),
      response: reply.raw,
      stillAllowed: () => this.book.holds(tokenId, this.now()),
    });
  }
}
