import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsNotEmpty, IsObject, IsOptional, IsString } from 'class-validator';
import type { JsonObject } from '@app/event-store';
import { ANSWER_NAMES, type AnswerName, type Evidence } from '@app/ledger';
import { EvidenceBody } from './entry.body';
import { ProvenBody } from './proven.body';

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
