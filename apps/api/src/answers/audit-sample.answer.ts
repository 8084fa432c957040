import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

const SHA256 = { type: String, example: '03d0a4f1c5e9b7d2886f4a1b0c3e5d7f9182736455647382910abcdef0123456' };

export class DrawMethodAnswer {
  @ApiProperty({ type: String, example: 'consistent sampling without replacement' })
  name!: string;

  @ApiProperty({
    type: String,
    description: 'how anybody draws the same',
    example: 'each entry draws the SHA-256 of …',
  })
  rule!: string;

  @ApiProperty({ type: String, description: 'where it is described', example: 'R. L. Rivest, arXiv:1808.10016' })
  source!: string;
}

export class PopulationAnswer {
  @ApiProperty({ type: Number, description: 'entries, voided ones and their answers too', example: 637 })
  size!: number;

  @ApiProperty(optionalText('s-0001', 'id of its first entry, in ledger order'))
  first!: string | null;

  @ApiProperty(optionalText('s-0637', 'id of its last'))
  last!: string | null;

  @ApiProperty({ ...SHA256, description: 'SHA-256 over its ids in ledger order, a line feed behind each' })
  sha256!: string;

  @ApiProperty({
    type: Number,
    description: 'entries of the ledger up to the last that was known: checkpoints of at least this size cover it',
    example: 637,
  })
  ledgerSize!: number;

  @ApiProperty(
    optionalText('2026-03-31T16:00:00Z', 'asked with this as `knownAt` and with `ledgerSize`, it stays the same'),
  )
  frozenAt!: string | null;
}

export class DrawnEntryAnswer {
  @ApiProperty({ type: Number, description: 'in the draw, from 1', example: 1 })
  place!: number;

  @ApiProperty({ type: String, description: 'id of the entry', example: 's-0602' })
  entry!: string;

  @ApiProperty({ ...SHA256, description: 'what it drew' })
  sha256!: string;

  @ApiProperty({ type: String, example: 'meeting.held' })
  kind!: string;

  @ApiProperty({ type: String, description: 'of that kind', example: 'Joint meeting held' })
  title!: string;

  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty(optionalText('2026-03-12', 'null of an answer'))
  effective!: string | null;

  @ApiProperty({ type: String, example: '2026-03-13T09:00:00Z' })
  recorded!: string;

  @ApiProperty({ type: Number, description: 'place in the ledger, from 0', example: 601 })
  revision!: number;

  @ApiProperty({
    enum: ['asserted', 'agreed', 'noted', 'disputed', 'remedied', 'voided'],
    nullable: true,
    description: 'null of an answer',
    example: 'agreed',
  })
  status!: string | null;

  @ApiProperty(entryIds('s-0602'))
  entries!: string[];
}

/** Entries drawn for an auditor. */
export class AuditSampleAnswer extends RegisterAnswer {
  @ApiProperty({ type: String, example: '20260331' })
  seed!: string;

  @ApiProperty({ type: DrawMethodAnswer })
  method!: DrawMethodAnswer;

  @ApiProperty({ type: PopulationAnswer, description: 'what was drawn from' })
  population!: PopulationAnswer;

  @ApiProperty({ type: [DrawnEntryAnswer], description: 'the lowest draw first' })
  auditSample!: DrawnEntryAnswer[];
}
