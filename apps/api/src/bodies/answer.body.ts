import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsNotEmpty, IsObject, IsOptional, IsString } from 'class-validator';
import type { JsonObject } from '@app/event-store';
import type { EntryBody, Evidence } from '@app/ledger';
import { EvidenceBody } from './entry.body';
import { ProvenBody } from './proven.body';

/** The ways to answer an entry, as addresses name them, and the kinds of the catalogue behind them. */
export const ANSWER_KINDS = {
  agreement: 'entry.agreed',
  note: 'entry.noted',
  dispute: 'entry.disputed',
  remedy: 'entry.remedied',
  correction: 'entry.corrected',
  void: 'entry.voided',
  evidence: 'evidence.added',
} as const;
export type AnswerName = keyof typeof ANSWER_KINDS;
export const ANSWER_NAMES = Object.keys(ANSWER_KINDS) as AnswerName[];

/** `text` alone: note, dispute, void. */
export class TextBody extends ProvenBody {
  @ApiPropertyOptional({ type: String, description: 'the reason, or a remark', example: 'The minutes say otherwise.' })
  @IsOptional()
  @IsString()
  text?: string;
}

/** `text` and `data`: agreement (`data.severity` may lower it), remedy (`data.action`), correction (what changes). */
export class TextAndDataBody extends TextBody {
  @ApiPropertyOptional({
    type: Object,
    additionalProperties: true,
    description:
      'agreement: `severity`, a lower one than was given; correction: the fields that change; remedy: `action`, otherwise the text',
    example: { severity: 'minor' },
  })
  @IsOptional()
  @IsObject()
  data?: JsonObject;
}

/** `text` and the evidence that is added. */
export class EvidenceAnswerBody extends TextBody {
  @ApiProperty({ type: [EvidenceBody] })
  @IsArray()
  @IsObject({ each: true })
  evidence!: Evidence[];
}

/** One of many answers in one call. */
export class ListedAnswerBody extends TextAndDataBody {
  @ApiProperty({ type: String, description: 'id of the entry that is answered', example: 'e-0002' })
  @IsString()
  @IsNotEmpty()
  entryId!: string;

  @ApiProperty({ enum: ANSWER_NAMES, example: 'agreement' })
  @IsIn(ANSWER_NAMES)
  answer!: AnswerName;

  @ApiPropertyOptional({ type: [EvidenceBody], description: 'with the answer `evidence`' })
  @IsOptional()
  @IsArray()
  @IsObject({ each: true })
  evidence?: Evidence[];
}

/** The entry that an answer is. What was put right is the action itself, where only a text is given. */
export function answerEntry(
  answer: AnswerName,
  entryId: string,
  {
    text,
    data,
    evidence,
  }: { readonly text?: string; readonly data?: JsonObject; readonly evidence?: readonly Evidence[] },
): EntryBody {
  const stated = answer === 'remedy' && data === undefined && text !== undefined ? { action: text } : data;
  return {
    kind: ANSWER_KINDS[answer],
    answers: entryId,
    ...(text === undefined ? {} : { text }),
    ...(stated === undefined ? {} : { data: stated }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}
