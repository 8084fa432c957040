import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer } from './register.answer';

/** Number of entries and root of their tree, as the last signed checkpoint has them. */
export class BasisCheckpointAnswer {
  @ApiProperty({ type: Number, example: 634 })
  size!: number;

  @ApiProperty({ type: String, description: 'Base64', example: '3rLTe8gZJZfKoOtkTFdWfM93BX6sCNLPorLlfd/TWig=' })
  root!: string;
}

/** What a report rests on, in numbers: no word of any entry. */
export class BasisAnswer extends RegisterAnswer {
  @ApiProperty({ type: String, description: 'the method in force on that day', example: 'mutuality@1.0-draft' })
  factorSet!: string;

  @ApiProperty({
    type: Number,
    description: 'that both clocks show; those that are voided and answers not counted',
    example: 402,
  })
  entries!: number;

  @ApiProperty({ type: Number, description: 'how many of these every party agreed to', example: 311 })
  agreed!: number;

  @ApiProperty({ type: Number, nullable: true, description: '0 to 1; null where there are none', example: 0.7736 })
  share!: number | null;

  @ApiProperty({ type: Number, description: 'entries of the whole ledger when this was answered', example: 634 })
  ledgerSize!: number;

  @ApiProperty({
    type: BasisCheckpointAnswer,
    nullable: true,
    description: 'null where none is signed yet, or another process signs',
  })
  checkpoint!: BasisCheckpointAnswer | null;
}
