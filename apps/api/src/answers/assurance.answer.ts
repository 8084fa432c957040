import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

export class FindingAnswer {
  @ApiProperty({ type: String, example: 'fin-board' })
  id!: string;

  @ApiProperty(optionalText('The joint board did not meet for more than a year'))
  title!: string | null;

  @ApiProperty(optionalText('aud-2020'))
  audit!: string | null;

  @ApiProperty({ enum: ['open', 'answered', 'closed'], example: 'answered' })
  situation!: string;

  @ApiProperty({
    enum: ['major-nonconformity', 'minor-nonconformity', 'observation', 'good-practice'],
    nullable: true,
    example: 'major-nonconformity',
  })
  grade!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'it moves no score', example: 601 })
  factor!: number | null;

  @ApiProperty(optionalText(null, 'of the standard that it was held against'))
  clause!: string | null;

  @ApiProperty(optionalText('2020-07-14'))
  raised!: string | null;

  @ApiProperty(optionalText('auditor', '`auditor`, or the party that reports it'))
  raisedBy!: string | null;

  @ApiProperty(optionalText('2021-04-20'))
  answered!: string | null;

  @ApiProperty(optionalText('See the reset', 'what the management does about it'))
  action!: string | null;

  @ApiProperty(optionalText('client'))
  owner!: string | null;

  @ApiProperty(optionalText('2021-09-30', 'by when it is to be answered, and once it is, put right'))
  due!: string | null;

  @ApiProperty(optionalText(null))
  closed!: string | null;

  @ApiProperty(optionalText(null, 'what the auditor saw'))
  verified!: string | null;

  @ApiProperty(entryIds('s-0231', 's-0262'))
  entries!: string[];
}

/** The register of findings. */
export class FindingsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [FindingAnswer] })
  findings!: FindingAnswer[];
}

export class AuditAnswer {
  @ApiProperty({ type: String, example: 'aud-2020' })
  id!: string;

  @ApiProperty(optionalText('Contract management'))
  scope!: string | null;

  @ApiProperty({
    enum: ['client-internal-audit', 'provider-internal-audit', 'certification-body', 'external-audit', 'peer'],
    nullable: true,
    example: 'client-internal-audit',
  })
  by!: string | null;

  @ApiProperty(optionalText('auditor', '`auditor`, or the party that reports it'))
  openedBy!: string | null;

  @ApiProperty(optionalText('2020-06-09'))
  opened!: string | null;

  @ApiProperty(optionalText('2020-03-31', 'the day that it looks at'))
  lookedAt!: string | null;

  @ApiProperty(optionalText(null, 'what draws its sample again'))
  sampleSeed!: string | null;

  @ApiProperty({ type: [String], description: 'ids of its findings', example: ['fin-board', 'fin-winter'] })
  findings!: string[];

  @ApiProperty({ type: Number, description: 'how many of them are not closed', example: 1 })
  open!: number;

  @ApiProperty(entryIds('s-0229', 's-0231', 's-0262'))
  entries!: string[];
}

/** The register of audits. */
export class AuditsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [AuditAnswer] })
  audits!: AuditAnswer[];
}
