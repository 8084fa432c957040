import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

export class SigningKeyAnswer {
  @ApiProperty({
    type: String,
    description: 'first 16 hex digits of the SHA-256 of the public key',
    example: '34750f98bd59fcfc',
  })
  keyId!: string;

  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty(optionalText('Site office tablet', 'null where it was not said, or erased'))
  device!: string | null;

  @ApiProperty({
    type: String,
    description: '32 bytes of Ed25519 in hex',
    example: '8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c',
  })
  publicKey!: string;

  @ApiProperty({
    enum: ['waiting', 'in-effect', 'revoked'],
    description: 'waiting: it signs nothing until a sponsor of the party agrees to it',
    example: 'in-effect',
  })
  situation!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2026-03-31T09:00:00.000Z' })
  registered!: string;

  @ApiProperty(optionalText('2026-03-31T09:30:00.000Z', 'when a sponsor stood behind it: from then on it signs'))
  inEffect!: string | null;

  @ApiProperty(optionalText(null, 'when it was revoked, for ever'))
  revoked!: string | null;

  @ApiProperty(optionalText(null, 'why it was revoked'))
  reason!: string | null;

  @ApiProperty(entryIds('0b8e7a1c-4f63-5c1d-9b52-1f0e6a7d2c34'))
  entries!: string[];
}

/** The register of signing keys. */
export class KeysAnswer extends RegisterAnswer {
  @ApiProperty({ type: [SigningKeyAnswer] })
  keys!: SigningKeyAnswer[];
}
