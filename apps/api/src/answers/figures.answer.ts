import { ApiProperty } from '@nestjs/swagger';
import { entryIds } from './register.answer';

/** A sum, and the entries that it is the sum of. */
export class FigureAnswer {
  @ApiProperty({ type: String, description: 'exact', example: '151500.00' })
  amount!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'part of the annual value of the contract, rounded half-up to 4 decimals',
    example: 0.0303,
  })
  share!: number | null;

  @ApiProperty({ type: String, description: 'how much of it all agree to', example: '151500.00' })
  agreed!: string;

  @ApiProperty({ type: String, description: 'how much of it somebody disputes', example: '0' })
  disputed!: string;

  @ApiProperty(entryIds('s-0132'))
  entries!: string[];
}
