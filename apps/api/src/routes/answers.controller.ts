import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Bearer } from '@app/access';
import { answerEntry, itemKey, type AnswerName } from '@app/ledger';
import { LogEntry } from '@app/ledger/handlers';
import { CurrentBearer } from '../access/access.guard';
import { Rule } from '../access/rule';
import { LoggedAnswer, OutcomeAnswer } from '../answers/logged.answer';
import { EvidenceAnswerBody, ListedAnswerBody, TextAndDataBody, TextBody } from '../bodies/answer.body';
import { DescribeLog, DescribeWrite, EntryParameter, RelationshipParameter } from '../edge/describe';
import { IdempotencyKey } from '../edge/idempotency-key';
import { problemOf } from '../edge/problem-body';
import { ListOfPipe } from '../edge/shape.pipe';
import { MAX_ANSWERS } from '../limits';
import { AnswerCall } from './answer-call';
import { proofAddress, replyLogged } from './reply-logged';

const ANSWER_PROBLEMS = [
  'relationship-not-found',
  'entry-not-found',
  'checkpoint-contradicted',
  'invalid-answer',
  'in-effect',
  'not-allowed-now',
  'signature-required',
  'signature-invalid',
] as const;

/** Describes one way to answer an entry. */
function Answer(path: AnswerName, summary: string): MethodDecorator {
  return (target, name, descriptor) => {
    for (const decorate of [
      Post(`entries/:entry/${path}`),
      Rule('write-entries'),
      ApiOperation({ summary }),
      RelationshipParameter(),
      EntryParameter(),
      DescribeLog(...ANSWER_PROBLEMS),
    ]) {
      decorate(target, name, descriptor);
    }
  };
}

@ApiTags('answers')
@Controller('api/v1/relationships/:relationship')
export class AnswersController {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Answer('agreement', 'Agree an entry, also with a lower severity')
  agree(
    @AnswerCall() call: AnswerCall,
    @Body() body: TextAndDataBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.log('agreement', call, body, reply);
  }

  @Answer('note', 'Note an entry: seen, neither agreed nor disputed')
  note(@AnswerCall() call: AnswerCall, @Body() body: TextBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.log('note', call, body, reply);
  }

  @Answer('dispute', 'Dispute an entry; say why in the text')
  dispute(@AnswerCall() call: AnswerCall, @Body() body: TextBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.log('dispute', call, body, reply);
  }

  @Answer('remedy', 'Say that it was put right; for the party that logged it')
  remedy(
    @AnswerCall() call: AnswerCall,
    @Body() body: TextAndDataBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.log('remedy', call, body, reply);
  }

  @Answer('correction', 'Correct an entry by what changes')
  correct(
    @AnswerCall() call: AnswerCall,
    @Body() body: TextAndDataBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.log('correction', call, body, reply);
  }

  @Answer('void', 'Void an entry; say why in the text')
  voidEntry(@AnswerCall() call: AnswerCall, @Body() body: TextBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.log('void', call, body, reply);
  }

  @Answer('evidence', 'Add evidence to an entry')
  addEvidence(
    @AnswerCall() call: AnswerCall,
    @Body() body: EvidenceAnswerBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.log('evidence', call, body, reply);
  }

  @Post('answers')
  @Rule('write-entries')
  @HttpCode(207)
  @ApiOperation({
    summary: 'Answer many entries in one call',
    description: `At most ${MAX_ANSWERS}; each has its own outcome, and one that is refused does not keep the others back.`,
  })
  @RelationshipParameter()
  @ApiBody({ type: [ListedAnswerBody] })
  @ApiResponse({ status: 207, type: [OutcomeAnswer], description: 'The outcomes, in the order of the list.' })
  @DescribeWrite(...ANSWER_PROBLEMS)
  answerMany(
    @CurrentBearer() bearer: Bearer,
    @Param('relationship') relationship: string,
    @IdempotencyKey() key: string,
    @Body(new ListOfPipe(ListedAnswerBody, MAX_ANSWERS)) answers: ListedAnswerBody[],
  ): Promise<OutcomeAnswer[]> {
    // Started together and in order: the ledger decides one after another and writes them with one commit.
    return Promise.all(
      answers.map(({ answer, entryId, checkpointSeen, signature, ...rest }, index) =>
        this.commands
          .execute(
            new LogEntry(relationship, bearer.author, itemKey(key, index), answerEntry(answer, entryId, rest), {
              checkpointSeen,
              signature,
            }),
          )
          .then(
            ({ replayed, ...logged }): OutcomeAnswer => ({
              entryId,
              status: replayed ? 200 : 201,
              logged: { ...logged, proof: proofAddress(relationship, logged.id) },
            }),
            (error: unknown): OutcomeAnswer => {
              const problem = problemOf(error);
              return { entryId, status: problem.status, problem };
            },
          ),
      ),
    );
  }

  private async log(
    answer: AnswerName,
    { bearer, relationship, entry, key }: AnswerCall,
    body: TextAndDataBody,
    reply: FastifyReply,
  ): Promise<LoggedAnswer> {
    const logged = await this.commands.execute(
      new LogEntry(relationship, bearer.author, key, answerEntry(answer, entry, body), body),
    );
    return replyLogged(reply, relationship, logged);
  }
}
