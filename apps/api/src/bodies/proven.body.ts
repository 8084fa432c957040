import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';

/** A checkpoint of the relationship's log. */
export class CheckpointSeenBody {
  @ApiProperty({ type: Number, description: 'entries under it', minimum: 1, example: 25 })
  size!: number;

  @ApiProperty({
    type: String,
    description: 'root of their tree, 32 bytes in base64',
    example: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
  })
  root!: string;
}

/** What an author may add that is no part of what is said. */
export class ProvenBody {
  @ApiPropertyOptional({
    type: CheckpointSeenBody,
    description:
      'the last checkpoint of the log that the author has seen: refused where the log does not go on from it, and kept with the entry',
  })
  @IsOptional()
  @IsObject()
  checkpointSeen?: CheckpointSeenBody;
}
