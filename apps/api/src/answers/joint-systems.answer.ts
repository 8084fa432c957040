import { ApiProperty } from '@nestjs/swagger';
import { OneEntryAnswer, VersionAnswer } from './one-entry.answer';
import { RegisterAnswer, STATUSES, entryIds, optionalText } from './register.answer';

export class SystemAnswer {
  @ApiProperty({
    enum: ['knowledge', 'communication', 'issue-resolution', 'risk', 'other'],
    nullable: true,
    example: 'issue-resolution',
  })
  system!: string | null;

  @ApiProperty({ enum: ['to-merge', 'linked', 'kept-apart', 'merged'], example: 'merged' })
  situation!: string;

  @ApiProperty(optionalText('2021-04-22', 'the last time'))
  reviewed!: string | null;

  @ApiProperty(optionalText('Nobody trusts the other list', 'why it was decided so'))
  reason!: string | null;

  @ApiProperty(optionalText('2021-08-02'))
  merged!: string | null;

  @ApiProperty(optionalText('Two systems'))
  from!: string | null;

  @ApiProperty(optionalText('One joint system'))
  to!: string | null;

  @ApiProperty({ type: String, example: 'provider' })
  by!: string;

  @ApiProperty({ enum: STATUSES, example: 'agreed' })
  status!: string;

  @ApiProperty(entryIds('s-0300', 's-0320'))
  entries!: string[];
}

/** The register of systems that were merged or kept apart. */
export class SystemsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [SystemAnswer] })
  systems!: SystemAnswer[];
}

export class BypassAnswer {
  @ApiProperty({ type: String, example: 's-0201' })
  entry!: string;

  @ApiProperty(optionalText('2019-06-20'))
  effective!: string | null;

  @ApiProperty(optionalText('provider', 'who went past it'))
  about!: string | null;

  @ApiProperty({ type: String, example: 'client' })
  by!: string;

  @ApiProperty({ enum: STATUSES, example: 'disputed' })
  status!: string;

  @ApiProperty(optionalText('Two reports that disagree'))
  effect!: string | null;

  @ApiProperty(optionalText('2019-06-24', 'when it was talked about with them'))
  discussed!: string | null;
}

export class ProcessAnswer {
  @ApiProperty(optionalText('Joint inspection'))
  process!: string | null;

  @ApiProperty(optionalText('2016-07-05', 'null where it is known by what went past it alone'))
  adopted!: string | null;

  @ApiProperty(optionalText('provider'))
  by!: string | null;

  @ApiProperty({ enum: STATUSES, nullable: true, example: 'agreed' })
  status!: string | null;

  @ApiProperty(optionalText(null))
  replaces!: string | null;

  @ApiProperty({ type: [BypassAnswer] })
  bypassed!: BypassAnswer[];

  @ApiProperty(entryIds('s-0030', 's-0201'))
  entries!: string[];
}

/** The register of joint processes. */
export class ProcessesAnswer extends RegisterAnswer {
  @ApiProperty({ type: [ProcessAnswer] })
  processes!: ProcessAnswer[];
}

export class SystemPlanAnswer extends VersionAnswer {
  @ApiProperty(optionalText('Say what is late before somebody asks.'))
  plan!: string | null;
}

/** The register of the communication plan. */
export class CommunicationPlansAnswer extends RegisterAnswer {
  @ApiProperty({ type: [SystemPlanAnswer] })
  communicationPlans!: SystemPlanAnswer[];
}

/** The register of the knowledge plan. */
export class KnowledgePlansAnswer extends RegisterAnswer {
  @ApiProperty({ type: [SystemPlanAnswer] })
  knowledgePlans!: SystemPlanAnswer[];
}

export class CommunicationAnswer extends OneEntryAnswer {
  @ApiProperty({ enum: ['issued', 'contradicted'], example: 'issued' })
  situation!: string;

  @ApiProperty(optionalText('Residents'))
  audience!: string | null;

  @ApiProperty(optionalText('Print and web'))
  channel!: string | null;

  @ApiProperty(optionalText(null, 'party that contradicted the joint line'))
  about!: string | null;
}

/** The register of communications. */
export class CommunicationsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [CommunicationAnswer] })
  communications!: CommunicationAnswer[];
}

export class KnowledgeItemAnswer extends OneEntryAnswer {
  @ApiProperty({ enum: ['shared', 'withheld'], example: 'shared' })
  situation!: string;

  @ApiProperty(optionalText('Drainage records'))
  subject!: string | null;

  @ApiProperty(optionalText('provider'))
  with!: string | null;

  @ApiProperty(optionalText(null, 'party that withheld it'))
  about!: string | null;

  @ApiProperty(optionalText(null))
  effect!: string | null;

  @ApiProperty(optionalText(null, 'when it was talked about with them'))
  discussed!: string | null;
}

/** The register of knowledge that was shared or withheld. */
export class KnowledgeAnswer extends RegisterAnswer {
  @ApiProperty({ type: [KnowledgeItemAnswer] })
  knowledge!: KnowledgeItemAnswer[];
}
