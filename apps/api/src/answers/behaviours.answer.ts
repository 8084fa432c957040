import { ApiProperty } from '@nestjs/swagger';
import { OneEntryAnswer } from './one-entry.answer';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

export class ObservationAnswer {
  @ApiProperty({ type: String, example: 's-0080' })
  entry!: string;

  @ApiProperty({ type: String, description: 'who observed it', example: 'client' })
  by!: string;

  @ApiProperty(optionalText('2017-01-10'))
  effective!: string | null;

  @ApiProperty(optionalText('They rang about the broken gritter before we noticed.'))
  effect!: string | null;

  @ApiProperty(optionalText(null, 'when it was talked about'))
  discussed!: string | null;

  @ApiProperty({ enum: ['asserted', 'agreed', 'noted', 'disputed', 'remedied'], example: 'agreed' })
  status!: string;
}

export class ObservedPartyAnswer {
  @ApiProperty(optionalText('provider', 'null where an import does not say'))
  about!: string | null;

  @ApiProperty({ type: [ObservationAnswer] })
  inLine!: ObservationAnswer[];

  @ApiProperty({ type: [ObservationAnswer] })
  fellShort!: ObservationAnswer[];
}

export class BehaviourAnswer {
  @ApiProperty({ type: String, description: 'id of the principle', example: 'early-word' })
  id!: string;

  @ApiProperty(optionalText('Bad news travels first'))
  title!: string | null;

  @ApiProperty({
    enum: ['agreed', 'waiting', 'none'],
    description: '`waiting`: not every party agrees; `none`: observed without being proposed',
    example: 'agreed',
  })
  situation!: string;

  @ApiProperty(optionalText('2016-09-15', 'effective date of the agreement that stands'))
  agreed!: string | null;

  @ApiProperty({ type: [ObservedPartyAnswer] })
  observed!: ObservedPartyAnswer[];

  @ApiProperty({ type: [String], description: 'ids of the entries that say that somebody was coached', example: [] })
  coaching!: string[];

  @ApiProperty(entryIds('s-0041', 's-0080'))
  entries!: string[];
}

/** The register of principles and the behaviours observed against them. */
export class BehavioursAnswer extends RegisterAnswer {
  @ApiProperty({ type: [BehaviourAnswer] })
  behaviours!: BehaviourAnswer[];

  @ApiProperty({ type: String, description: 'the method in force', example: 'mutuality@1.0-draft' })
  factorSet!: string;

  @ApiProperty({
    type: [String],
    description: 'principles that the method proposes and nobody has put to the others',
    example: ['Risk & Reward Sharing'],
  })
  proposed!: string[];
}

export class CoachedAnswer extends OneEntryAnswer {
  @ApiProperty(optionalText('in-the-room', 'id of the principle; null where it was for none alone'))
  principle!: string | null;

  @ApiProperty(optionalText('provider', 'party that was coached'))
  about!: string | null;
}

/** The register of coaching. */
export class CoachingAnswer extends RegisterAnswer {
  @ApiProperty({ type: [CoachedAnswer] })
  coaching!: CoachedAnswer[];
}
