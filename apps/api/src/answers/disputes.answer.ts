import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

export class DisputeStepAnswer {
  @ApiProperty({ type: String, example: 's-0241' })
  entry!: string;

  @ApiProperty({ enum: ['notified', 'mediated', 'adjudicated', 'settled'], example: 'adjudicated' })
  step!: string;

  @ApiProperty(optionalText('2019-11-22'))
  effective!: string | null;

  @ApiProperty({ type: String, description: 'who logged it', example: 'third-party' })
  party!: string;

  @ApiProperty(optionalText('adjudicator', 'of a mediation its outcome, of a decision who decided'))
  result!: string | null;

  @ApiProperty({ enum: ['asserted', 'agreed', 'noted', 'disputed', 'remedied'], example: 'asserted' })
  status!: string;
}

export class DisputeAnswer {
  @ApiProperty({ type: String, example: 'dis-patch' })
  id!: string;

  @ApiProperty(optionalText('Defective patching'))
  matter!: string | null;

  @ApiProperty({
    enum: ['none', 'notified', 'mediated', 'adjudicated', 'settled'],
    description: '`settled` when all say so; `none`: it was never notified',
    example: 'adjudicated',
  })
  situation!: string;

  @ApiProperty(optionalText('adjudication', 'that it was notified for'))
  procedure!: string | null;

  @ApiProperty(optionalText('iss-patch', 'that it comes from'))
  issue!: string | null;

  @ApiProperty(optionalText('N-31', 'reference of the notice under the contract'))
  contractNotice!: string | null;

  @ApiProperty(optionalText('2019-08-19'))
  notified!: string | null;

  @ApiProperty(optionalText('client'))
  notifiedBy!: string | null;

  @ApiProperty(optionalText('Twelve of nineteen roads redone at no charge', 'of a third party'))
  decision!: string | null;

  @ApiProperty(optionalText(null, 'null until all say so'))
  settled!: string | null;

  @ApiProperty(optionalText('ADJ-2019-7', 'where decision or settlement are kept'))
  reference!: string | null;

  @ApiProperty({ type: [DisputeStepAnswer], description: 'the oldest first' })
  path!: DisputeStepAnswer[];

  @ApiProperty(entryIds('s-0228', 's-0241'))
  entries!: string[];
}

/** The register of formal disputes. */
export class DisputesAnswer extends RegisterAnswer {
  @ApiProperty({ type: [DisputeAnswer] })
  disputes!: DisputeAnswer[];
}
