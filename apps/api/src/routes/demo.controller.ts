import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessBook, issueToken } from '@app/access';
import type { EventStore } from '@app/event-store';
import { CLOCK, EVENT_STORE, Problem, sampleMembers, type Clock } from '@app/ledger';
import { assertOwnPage, sessionCookie } from '../access/credentials';
import { Rule } from '../access/rule';
import { DemoMembersAnswer, DemoSessionAnswer } from '../answers/session.answer';
import { DemoSignInBody } from '../bodies/session.body';
import { Problems } from '../edge/describe';
import { DEMO_SESSION_DAYS } from '../limits';
import { SAMPLE_RELATIONSHIP } from '../run/demo';
import { sessionAnswer } from './session.controller';

/** Signs in without a token as a member of the sample contract. Anywhere else these addresses lead nowhere. */
@ApiTags('demo')
@Controller('api/v1/demo')
export class DemoController {
  constructor(
    @Inject(AccessBook) private readonly book: AccessBook,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get('members')
  @Rule('public')
  @ApiOperation({ summary: 'The members of the sample contract; in demo mode only' })
  @ApiOkResponse({ type: DemoMembersAnswer, description: 'What was asked for.' })
  @Problems('not-found')
  members(): DemoMembersAnswer {
    this.assertDemo();
    return { members: [...sampleMembers] };
  }

  @Post('sign-in')
  @Rule('public')
  @ApiOperation({ summary: 'Sign in as a member of the sample contract; in demo mode only' })
  @ApiCreatedResponse({ type: DemoSessionAnswer, description: 'Signed in; the cookie is set.' })
  @Problems(
    'invalid-json',
    'invalid-entry',
    'forbidden',
    'not-found',
    'unsupported-media-type',
    'store-unavailable',
    'disk-full',
  )
  async signIn(
    @Body() { member }: DemoSignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DemoSessionAnswer> {
    this.assertDemo();
    assertOwnPage(request);
    const known = sampleMembers.find((each) => each.member === member);
    if (!known) throw new Problem('invalid-entry', 'the sample contract has no such member', 'member');
    const nowMs = this.now();
    const { token, expires } = await issueToken(
      this.store,
      {
        role: known.role,
        member,
        ...(known.party === null ? {} : { party: known.party }),
        relationships: [SAMPLE_RELATIONSHIP],
        days: DEMO_SESSION_DAYS,
      },
      nowMs,
    );
    const bearer = await this.book.authenticate(token, nowMs);
    if (!bearer) throw new Error('a token that was just issued is not known');
    reply.header('set-cookie', sessionCookie(request, token, new Date(expires)));
    return { ...sessionAnswer(bearer, true), token };
  }

  private assertDemo(): void {
    if (!this.book.demo) throw new Problem('not-found', 'this server shows no demo');
  }
}
