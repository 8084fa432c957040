import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString } from 'class-validator';
import type { JsonObject } from '@app/event-store';
import { SEVERITIES, type Evidence, type Severity, type Sign } from '@app/ledger';
import { ProvenBody } from './proven.body';

/** One piece of evidence; at least one of its fields. */
export class EvidenceBody {
  @ApiPropertyOptional({ type: String, example: 'Minutes of the joint management team, June 2019' })
  title?: string;

  @ApiPropertyOptional({ type: String, example: 'https://records.example/minutes-2019-06.pdf' })
  url?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'SHA-256 of the file, 64 lower-case hex digits',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  sha256?: string;

  @ApiPropertyOptional({ type: String, description: 'id of another entry of the relationship', example: 'e-0002' })
  entry?: string;
}

/** An entry as a member logs it. Id, relationship, recorded time, party and member come from the token and the clock. */
export class EntryBodyShape extends ProvenBody {
  @ApiProperty({ type: String, description: 'a kind of the catalogue', example: 'note.logged' })
  @IsString()
  @IsNotEmpty()
  kind!: string;

  @ApiPropertyOptional({
    type: String,
    description:
      'when it happened: YYYY, YYYY-MM, YYYY-MM-DD or an RFC 3339 instant; every entry needs it, an answer has none',
    example: '2019-06',
  })
  @IsOptional()
  @IsString()
  effective?: string;

  @ApiPropertyOptional({ type: Number, description: 'code of a factor', example: 614 })
  @IsOptional()
  @IsInt()
  factor?: number;

  @ApiPropertyOptional({ enum: ['+', '-', '0'], example: '+' })
  @IsOptional()
  @IsIn(['+', '-', '0'])
  sign?: Sign;

  @ApiPropertyOptional({ enum: SEVERITIES, example: 'moderate' })
  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: Severity;

  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: 4, description: 'level of a rating', example: 3 })
  @IsOptional()
  @IsInt()
  level?: number;

  @ApiPropertyOptional({ type: Boolean, description: 'the rating rests on evidence', example: true })
  @IsOptional()
  @IsBoolean()
  evidenced?: boolean;

  @ApiPropertyOptional({ type: String, example: 'Shared the delay before it was asked about.' })
  @IsOptional()
  @IsString()
  text?: string;

  @ApiPropertyOptional({
    type: Object,
    additionalProperties: true,
    description: 'the fields of the kind, as the catalogue names them',
    example: { category: 'openness' },
  })
  @IsOptional()
  @IsObject()
  data?: JsonObject;

  @ApiPropertyOptional({ type: [String], example: ['board-2019-06'] })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  tags?: string[];

  @ApiPropertyOptional({ type: [EvidenceBody] })
  @IsOptional()
  @IsArray()
  @IsObject({ each: true })
  evidence?: Evidence[];

  @ApiPropertyOptional({ type: String, description: 'id of the entry that this one answers', example: 'e-0002' })
  @IsOptional()
  @IsString()
  answers?: string;

  @ApiPropertyOptional({ type: String, description: 'where it is known from', example: 'Minutes, item 4' })
  @IsOptional()
  @IsString()
  source?: string;

  @ApiPropertyOptional({ type: String, description: 'id shared by entries of one matter', example: 'depot-board' })
  @IsOptional()
  @IsString()
  correlation?: string;

  @ApiPropertyOptional({ type: String, description: 'id of the entry that led to this one', example: 'e-0002' })
  @IsOptional()
  @IsString()
  causation?: string;

  @ApiPropertyOptional({
    enum: ['third-party'],
    description: 'the entry reports what a court, an inspector or the press said; otherwise the party of the token',
    example: 'third-party',
  })
  @IsOptional()
  @IsIn(['third-party'])
  party?: 'third-party';
}
