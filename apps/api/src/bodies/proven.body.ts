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

/** The signature of an author, made by its client. */
export class SignatureBody {
  @ApiProperty({ type: String, description: 'id of a key that the party registered', example: '66687aadf862bd77' })
  key!: string;

  @ApiProperty({
    type: String,
    description: '32 random bytes in base64url, new for each entry: a part of the body that is signed',
    example: 'q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s',
  })
  nonce!: string;

  @ApiProperty({
    type: String,
    description: 'Ed25519, 64 bytes in base64, over the statement that docs/signing.md describes',
    example: 'Kw8fC0G2m2rXWw1eMFHhMzJvTq2mY3n6jY8mJ3Yc1w0xHh4bq9o2VtqjRk5oZ7aWcN0T2u6dYlS1eP9gXfLrBA==',
  })
  value!: string;
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

  @ApiPropertyOptional({
    type: SignatureBody,
    description: 'required from the day on which a sponsor of the party has agreed to its first `key.registered`',
  })
  @IsOptional()
  @IsObject()
  signature?: SignatureBody;
}
