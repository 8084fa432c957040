import { ApiProperty } from '@nestjs/swagger';
import type { JsonObject } from '@app/event-store';
import { EvidenceBody } from '../bodies/entry.body';
import { OnRecordAnswer } from './on-record.answer';

/** What corrections change of an entry, as it reads after all of them. */
export class EntryNowAnswer {
  @ApiProperty({ type: String, nullable: true, example: '2019-06-14' })
  effective!: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 614 })
  factor!: number | null;

  @ApiProperty({ enum: ['+', '-', '0'], nullable: true, example: '+' })
  sign!: string | null;

  @ApiProperty({ enum: ['minor', 'moderate', 'major', 'critical'], nullable: true, example: 'minor' })
  severity!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'level of a rating, 0 to 4', example: null })
  level!: number | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'the rating rests on evidence', example: null })
  evidenced!: boolean | null;

  @ApiProperty({ type: String, nullable: true, example: 'Shared the delay when it was asked about.' })
  text!: string | null;

  @ApiProperty({ type: Object, additionalProperties: true, example: { principle: 'openness', about: 'provider' } })
  data!: JsonObject;

  @ApiProperty({ type: [EvidenceBody] })
  evidence!: EvidenceBody[];

  @ApiProperty({ type: [String], example: ['not-public'] })
  tags!: string[];
}

/** An entry as the trail shows it: as it was logged, beside it how it reads now. */
export class EntryAnswer {
  @ApiProperty({ type: String, example: '0000000000000002' })
  position!: string;

  @ApiProperty({ type: Number, example: 1 })
  revision!: number;

  @ApiProperty({ type: String, example: 'e-0002' })
  id!: string;

  @ApiProperty({ type: String, example: 'north-road' })
  relationship!: string;

  @ApiProperty({ type: String, example: 'behaviour.observed' })
  kind!: string;

  @ApiProperty({ type: String, nullable: true, example: '2019-06' })
  effective!: string | null;

  @ApiProperty({ type: String, example: '2019-06-20T10:00:00.000Z' })
  recorded!: string;

  @ApiProperty({
    type: String,
    description: 'the ledger’s own time of an imported entry',
    example: '2026-01-05T09:00:00.000Z',
  })
  ledgerRecorded!: string;

  @ApiProperty({ type: Boolean, example: true })
  imported!: boolean;

  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty({ type: String, nullable: true, example: 'm-1' })
  member!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'of a third party’s entry the party whose member logged it; null of all others',
    example: null,
  })
  loggedBy!: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 614 })
  factor!: number | null;

  @ApiProperty({ enum: ['+', '-', '0'], nullable: true, example: '+' })
  sign!: string | null;

  @ApiProperty({ enum: ['minor', 'moderate', 'major', 'critical'], nullable: true, example: 'moderate' })
  severity!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'level of a rating, 0 to 4', example: null })
  level!: number | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'the rating rests on evidence', example: null })
  evidenced!: boolean | null;

  @ApiProperty({ type: String, nullable: true, example: 'Shared the delay before it was asked about.' })
  text!: string | null;

  @ApiProperty({ type: Object, additionalProperties: true, example: { principle: 'openness', about: 'provider' } })
  data!: JsonObject;

  @ApiProperty({ type: [EvidenceBody] })
  evidence!: EvidenceBody[];

  @ApiProperty({ type: [String], example: ['board-2019-06'] })
  tags!: string[];

  @ApiProperty({ type: String, nullable: true, description: 'where it is known from', example: 'Minutes, item 4' })
  source!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'id shared by entries of one matter', example: null })
  correlation!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'id of the entry that led to it', example: null })
  causation!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'id of the entry that it answers', example: null })
  answers!: string | null;

  @ApiProperty({
    type: EntryNowAnswer,
    nullable: true,
    description: 'how it reads at both clocks; null where nothing was corrected by then',
    example: null,
  })
  now!: EntryNowAnswer | null;

  @ApiProperty({ type: String, nullable: true, description: 'what the parties made of it', example: 'agreed' })
  status!: string | null;

  @ApiProperty({ type: [String], example: ['e-0003'] })
  answeredBy!: string[];
}

/** A page of entries. */
export class EntriesAnswer extends OnRecordAnswer {
  @ApiProperty({ type: [EntryAnswer] })
  entries!: EntryAnswer[];

  @ApiProperty({
    type: Number,
    description: 'entries of the ledger when the page was read, whatever was asked for',
    example: 637,
  })
  ledgerSize!: number;

  @ApiProperty({ type: String, nullable: true, description: 'for `after`; null at the end', example: null })
  next!: string | null;
}

/** Entries in ledger order, a page at a time. */
export class TrailAnswer extends OnRecordAnswer {
  @ApiProperty({ type: String, example: 'north-road' })
  relationship!: string;

  @ApiProperty({ type: Number, description: 'of the entries in this page', example: 25 })
  count!: number;

  @ApiProperty({ type: [EntryAnswer] })
  entries!: EntryAnswer[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'cursor of the next page; null on the last',
    example: '499',
  })
  next!: string | null;
}
