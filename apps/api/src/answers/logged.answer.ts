import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ProblemAnswer } from './problem.answer';

/** An entry was logged and is on disk. */
export class LoggedAnswer {
  @ApiProperty({ type: String, description: 'id of the entry', example: '0b0c4c5e-3c2e-5c60-9d0d-6a2f4c1f8a10' })
  id!: string;

  @ApiProperty({ type: Number, description: 'place in the ledger of the relationship, from 0', example: 24 })
  revision!: number;

  @ApiProperty({ type: String, description: 'for `seen`', example: '0000000000000025' })
  position!: string;

  @ApiProperty({ type: String, description: 'the ledger’s clock', example: '2026-03-31T09:00:00.000Z' })
  recorded!: string;

  @ApiProperty({
    type: String,
    description: 'address of the receipt, there within two seconds',
    example: '/api/v1/relationships/north-road/entries/0b0c4c5e-3c2e-5c60-9d0d-6a2f4c1f8a10/proof',
  })
  proof!: string;
}

/** What became of one answer of a list. */
export class OutcomeAnswer {
  @ApiProperty({ type: String, example: 'e-0002' })
  entryId!: string;

  @ApiProperty({ type: Number, description: 'status that the answer would have had alone', example: 201 })
  status!: number;

  @ApiPropertyOptional({ type: LoggedAnswer })
  logged?: LoggedAnswer;

  @ApiPropertyOptional({ type: ProblemAnswer })
  problem?: ProblemAnswer;
}
