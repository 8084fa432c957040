import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsOptional, IsString } from 'class-validator';
import { ProvenBody } from './proven.body';

export class RatingBody {
  @ApiProperty({ type: Number, description: 'code of a factor of the round', example: 601 })
  factor!: number;

  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: 4, description: 'unless it is unchanged', example: 3 })
  level?: number;

  @ApiPropertyOptional({ type: Boolean, description: 'it rests on evidence; false where absent', example: true })
  evidenced?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'instead of a level: that which the party gave last, or all agreed since, on the same evidence',
    example: false,
  })
  unchanged?: boolean;
}

/** What a member rates in a round. Nobody sees it before all is revealed. */
export class RatingsBody extends ProvenBody {
  @ApiProperty({ type: [RatingBody], description: 'one a factor, of as many factors of the round as it rates' })
  @IsArray()
  ratings!: RatingBody[];

  @ApiPropertyOptional({
    type: String,
    description: 'why it does not rate the others; sealed too',
    example: 'Not seen yet.',
  })
  @IsOptional()
  @IsString()
  reason?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'others of the party still rate: their party has not handed in before they have; false where absent',
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  more?: boolean;

  @ApiPropertyOptional({
    type: String,
    description: '64 hex digits, new each time, of a client that signs the commitment; drawn here where absent',
    example: '7a3c1c5f0b4be7d8d0d8f5a1b0c9e2f47a3c1c5f0b4be7d8d0d8f5a1b0c9e2f4',
  })
  @IsOptional()
  @IsString()
  salt?: string;
}
