import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ID_EXPECTED, ID_PATTERN } from '@app/ledger';
import { IsNotEmpty, IsObject, IsOptional, IsString, Matches } from 'class-validator';

const FORMS = ['nec-term-service', 'nec-other', 'pfi-ppp', 'alliance-or-framework', 'other'];
const CALENDARS = ['england-and-wales', 'scotland', 'northern-ireland', 'weekdays-only'];

export class MoneyBody {
  @ApiProperty({ type: String, example: '1250000.00' })
  amount!: string;

  @ApiProperty({ type: String, example: 'GBP' })
  currency!: string;
}

/** A relationship to open: its id and the fields of `relationship.established`. */
export class RelationshipBody {
  @ApiProperty({ type: String, pattern: ID_PATTERN.source, example: 'north-road' })
  @Matches(ID_PATTERN, { message: `id must have ${ID_EXPECTED}` })
  id!: string;

  @ApiProperty({ type: String, example: 'North road services' })
  @IsString()
  @IsNotEmpty()
  title!: string;

  @ApiProperty({ type: String, description: 'name of the client', example: 'North Council' })
  @IsString()
  @IsNotEmpty()
  client!: string;

  @ApiProperty({ type: String, description: 'name of the provider', example: 'Fieldway' })
  @IsString()
  @IsNotEmpty()
  provider!: string;

  @ApiProperty({ type: String, description: 'first day of the contract', example: '2019-04-01' })
  @IsString()
  @IsNotEmpty()
  start!: string;

  @ApiPropertyOptional({ type: String, description: 'last day of the contract', example: '2029-03-31' })
  @IsOptional()
  @IsString()
  end?: string;

  @ApiPropertyOptional({ type: String, example: 'NC/2019/014' })
  @IsOptional()
  @IsString()
  reference?: string;

  @ApiPropertyOptional({ type: String, example: 'highways' })
  @IsOptional()
  @IsString()
  sector?: string;

  @ApiPropertyOptional({ enum: FORMS, example: 'nec-term-service' })
  @IsOptional()
  @IsString()
  form?: string;

  @ApiPropertyOptional({ type: MoneyBody })
  @IsOptional()
  @IsObject()
  annualValue?: { readonly amount: string; readonly currency: string };

  @ApiPropertyOptional({ type: String, example: 'Two extensions of two years each' })
  @IsOptional()
  @IsString()
  extensionOptions?: string;

  @ApiPropertyOptional({ enum: CALENDARS, example: 'england-and-wales' })
  @IsOptional()
  @IsString()
  calendar?: string;
}
