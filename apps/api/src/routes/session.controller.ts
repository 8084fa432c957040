import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessBook, type Bearer } from '@app/access';
import { CLOCK, type Clock } from '@app/ledger';
import { CurrentBearer } from '../access/access.guard';
import { assertOwnPage, sessionCookie } from '../access/credentials';
import { Rule } from '../access/rule';
import { SignInLimit } from '../access/sign-in-limit';
import { SessionAnswer } from '../answers/session.answer';
import { ReadQuery } from '../bodies/queries';
import { SignInBody } from '../bodies/session.body';
import { DescribeRead, Problems } from '../edge/describe';

export function sessionAnswer({ author, relationships }: Bearer, demo: boolean): SessionAnswer {
  return { ...author, relationships: [...relationships], demo };
}

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(AccessBook) private readonly book: AccessBook,
    @Inject(SignInLimit) private readonly limit: SignInLimit,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Post()
  @Rule('public')
  @ApiOperation({
    summary: 'Sign in with a token',
    description: 'Sets an HttpOnly, SameSite=Strict cookie, for the web and for server-sent events.',
  })
  @ApiCreatedResponse({ type: SessionAnswer, description: 'Signed in; the cookie is set.' })
  @Problems(
    'invalid-json',
    'invalid-entry',
    'unauthenticated',
    'forbidden',
    'unsupported-media-type',
    'too-many-requests',
  )
  async signIn(
    @Body() { token }: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    assertOwnPage(request);
    const bearer = await this.limit.authenticate(this.book, request.ip, token, this.now());
    reply.header('set-cookie', sessionCookie(request, token, new Date(bearer.expiresMs)));
    return sessionAnswer(bearer, this.book.demo);
  }

  @Get()
  @Rule('read-own-session')
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiOkResponse({ type: SessionAnswer, description: 'What was asked for.' })
  @DescribeRead()
  own(@CurrentBearer() bearer: Bearer, @Query() _query: ReadQuery): SessionAnswer {
    return sessionAnswer(bearer, this.book.demo);
  }

  @Delete()
  @Rule('public')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out', description: 'Takes the cookie away; the token itself holds on.' })
  @ApiNoContentResponse({ description: 'Signed out.' })
  @Problems('forbidden')
  signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    assertOwnPage(request);
    reply.header('set-cookie', sessionCookie(request, '', new Date(0)));
  }
}
