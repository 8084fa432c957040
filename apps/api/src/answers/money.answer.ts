import { ApiProperty } from '@nestjs/swagger';

/** Money is a text, so that nobody makes a float of it. */
export class MoneyAnswer {
  @ApiProperty({ type: String, description: 'exact, as it was said or added up', example: '151500.00' })
  amount!: string;

  @ApiProperty({ type: String, example: 'GBP' })
  currency!: string;
}

/** An amount that an entry may have left out. */
export const optionalMoney = (description?: string) => ({
  type: MoneyAnswer,
  nullable: true,
  ...(description === undefined ? {} : { description }),
});
