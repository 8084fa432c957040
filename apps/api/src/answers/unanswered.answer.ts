import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { ScoreOutcomeAnswer } from './outcome.answer';
import { effect, ScoredAnswer } from './question.answer';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

/** The days that the other side has to answer, and where they come from. */
class ReplyTimeAnswer {
  @ApiProperty({ type: Number, description: 'that the other side has; what takes more is late', example: 28 })
  answerDays!: number;

  @ApiProperty({
    enum: ['protocol', 'method'],
    description: 'that which all agreed to use the record by, where it names them',
    example: 'method',
  })
  answerDaysFrom!: string;

  @ApiProperty(optionalText(null, 'id of that protocol'))
  answerDaysEntry!: string | null;
}

class WaitingAnswer {
  @ApiProperty({ type: String, description: 'id of the entry', example: 's-0610' })
  entry!: string;

  @ApiProperty({ type: String, example: 'behaviour.observed' })
  kind!: string;

  @ApiProperty({ type: String, description: 'of that kind', example: 'Behaviour observed against a principle' })
  title!: string;

  @ApiProperty({ type: String, description: 'who logged it', example: 'client' })
  by!: string;

  @ApiProperty(optionalText('2026-03-12'))
  effective!: string | null;

  @ApiProperty({ type: String, example: '2026-03-13T09:00:00.000Z' })
  recorded!: string;

  @ApiProperty({ type: Number, nullable: true, example: 614 })
  factor!: number | null;

  @ApiProperty({ enum: ['+', '-', '0'], nullable: true, example: '-' })
  sign!: string | null;

  @ApiProperty({ enum: ['minor', 'moderate', 'major', 'critical'], nullable: true, example: 'moderate' })
  severity!: string | null;

  @ApiProperty({ type: Boolean, description: 'no effect before every party agreed', example: false })
  needsAll!: boolean;

  @ApiProperty({ type: Number, description: 'that it has waited', example: 18 })
  days!: number;

  @ApiProperty({ type: String, description: 'last day of its reply time', example: '2026-04-10' })
  answerBy!: string;

  @ApiProperty(entryIds('s-0610'))
  entries!: string[];
}

export class UnansweredEntryAnswer extends WaitingAnswer {
  @ApiProperty({ type: String, description: 'who has to answer', example: 'provider' })
  party!: string;

  @ApiProperty({ type: Boolean, description: 'its reply time is over', example: false })
  late!: boolean;

  @ApiProperty(optionalText('Said so before it was asked.', 'what was said, as corrected by then; null once erased'))
  text!: string | null;
}

/** What waits for whose answer. */
export class UnansweredAnswer extends IntersectionType(RegisterAnswer, ReplyTimeAnswer) {
  @ApiProperty({
    type: [UnansweredEntryAnswer],
    description: 'one for each party and entry, the longest waiting first',
  })
  unanswered!: UnansweredEntryAnswer[];
}

export class EntryInReplyTimeAnswer extends WaitingAnswer {
  @ApiProperty({ type: [String], description: 'who has to answer', example: ['provider'] })
  waitingFor!: string[];

  @ApiProperty(effect('what it alone does to the score'))
  effect!: number | null;
}

/** What may still be answered in time, and what it does to the score. */
export class InReplyTimeAnswer extends IntersectionType(ScoredAnswer, ReplyTimeAnswer) {
  @ApiProperty({ type: ScoreOutcomeAnswer })
  now!: ScoreOutcomeAnswer;

  @ApiProperty({ type: ScoreOutcomeAnswer, description: 'without all of them' })
  without!: ScoreOutcomeAnswer;

  @ApiProperty(effect('what they do to the score together'))
  effect!: number | null;

  @ApiProperty({ type: [EntryInReplyTimeAnswer] })
  inReplyTime!: EntryInReplyTimeAnswer[];
}

export class LateEntryAnswer {
  @ApiProperty({ type: String, example: 's-0410' })
  entry!: string;

  @ApiProperty({ type: String, example: 'meeting.held' })
  kind!: string;

  @ApiProperty({ type: Number, description: 'from its effective to its recorded day', example: 61 })
  days!: number;
}

export class PartyLoggingAnswer {
  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty({ type: Number, description: 'entries whose delay is known', example: 310 })
  logged!: number;

  @ApiProperty({ type: Number, example: 3 })
  medianDays!: number;

  @ApiProperty({ type: Number, description: 'three quarters take no longer', example: 9 })
  upperQuartileDays!: number;

  @ApiProperty({ type: Number, example: 61 })
  longestDays!: number;

  @ApiProperty({ type: [LateEntryAnswer], description: 'logged more than `answerDays` days later, the latest first' })
  late!: LateEntryAnswer[];

  @ApiProperty(entryIds('s-0410'))
  entries!: string[];
}

/** How soon each party logs. It lowers no score. */
export class LateLoggingAnswer extends IntersectionType(RegisterAnswer, ReplyTimeAnswer) {
  @ApiProperty({ type: [PartyLoggingAnswer] })
  lateLogging!: PartyLoggingAnswer[];
}
