import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

export class FactorChangeAnswer {
  @ApiProperty({ type: Number, example: 617 })
  code!: number;

  @ApiProperty({ type: String, example: 'Carbon' })
  name!: string;
}

export class WeightChangeAnswer extends FactorChangeAnswer {
  @ApiProperty({ type: Number, example: 75 })
  weightBefore!: number;

  @ApiProperty({ type: Number, example: 100 })
  weight!: number;
}

export class MethodChangeAnswer {
  @ApiProperty({ type: String, description: 'the version before', example: 'mutuality@1.0-draft' })
  from!: string;

  @ApiProperty({ type: [FactorChangeAnswer] })
  added!: FactorChangeAnswer[];

  @ApiProperty({ type: [FactorChangeAnswer], description: 'they keep their history' })
  removed!: FactorChangeAnswer[];

  @ApiProperty({ type: [WeightChangeAnswer] })
  reweighted!: WeightChangeAnswer[];

  @ApiProperty({ type: [String], description: 'parameters that differ', example: ['gapPenalty'] })
  parameters!: string[];
}

export class MethodEffectAnswer {
  @ApiProperty({ type: Number, description: 'under the version before', example: 60.4753 })
  before!: number;

  @ApiProperty({ type: Number, description: 'under this one', example: 60.0463 })
  after!: number;

  @ApiProperty({ type: Number, example: -0.429 })
  effect!: number;
}

export class AgreedByAnswer {
  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty({ type: String, example: '2022-01-12' })
  on!: string;
}

export class FactorSetVersionAnswer {
  @ApiProperty({ type: String, example: 'mutuality@1.1-north-road' })
  version!: string;

  @ApiProperty({
    enum: ['proposed', 'waiting', 'agreed', 'in-force', 'replaced'],
    description: '`waiting`: put to agreement, and not all agreed; `agreed`: by all, and not in force yet',
    example: 'in-force',
  })
  situation!: string;

  @ApiProperty(optionalText('client'))
  proposedBy!: string | null;

  @ApiProperty(optionalText('2021-11-08'))
  proposed!: string | null;

  @ApiProperty(optionalText('The bad years were lost in issues and in trust, not in plans.'))
  reason!: string | null;

  @ApiProperty({ type: [AgreedByAnswer] })
  agreedBy!: AgreedByAnswer[];

  @ApiProperty({ type: [String], description: 'parties that have not agreed', example: [] })
  waitingFor!: string[];

  @ApiProperty(optionalText('2022-01-25', 'null while not all agreed'))
  inForceFrom!: string | null;

  @ApiProperty(optionalText(null, 'last day of it'))
  inForceTo!: string | null;

  @ApiProperty({ type: MethodChangeAnswer })
  change!: MethodChangeAnswer;

  @ApiProperty({
    type: MethodEffectAnswer,
    nullable: true,
    description: 'the score on the day of the change under both versions; null before, and without a score',
  })
  methodEffect!: MethodEffectAnswer | null;

  @ApiProperty(entryIds('s-0342', 's-0349'))
  entries!: string[];
}

export class BuiltInSetAnswer {
  @ApiProperty({ type: String, example: 'mutuality@1.0-draft' })
  version!: string;

  @ApiProperty(optionalText('2022-01-24', 'last day of it'))
  inForceTo!: string | null;
}

/** The register of factor sets. */
export class FactorSetsAnswer extends RegisterAnswer {
  @ApiProperty({ type: String, example: 'mutuality@1.1-north-road' })
  inForce!: string;

  @ApiProperty({ type: BuiltInSetAnswer, description: 'holds before the parties agree another' })
  builtIn!: BuiltInSetAnswer;

  @ApiProperty({ type: [FactorSetVersionAnswer] })
  factorSets!: FactorSetVersionAnswer[];
}

export class LevelAnswer {
  @ApiProperty({ type: Number, example: 2 })
  level!: number;

  @ApiProperty({ type: String, example: 'Developing' })
  name!: string;

  @ApiProperty(optionalText('Agreed in writing by both and begun; patchy; not yet reviewed.'))
  meaning!: string | null;
}

export class RubricFactorAnswer {
  @ApiProperty({ type: Number, example: 609 })
  code!: number;

  @ApiProperty({ type: String, example: 'Joint Issue Resolution Process' })
  name!: string;

  @ApiProperty({ type: Number, example: 75 })
  weight!: number;

  @ApiProperty(optionalText('Settled at the lowest level in time; raising is safe; few go formal.'))
  aim!: string | null;

  @ApiProperty({ type: Boolean, description: 'false while all agree that it is not applicable', example: true })
  applicable!: boolean;

  @ApiProperty({ type: Boolean, description: 'nobody may agree that it is not', example: true })
  alwaysApplies!: boolean;
}

/** What levels and factors mean. */
export class RubricAnswer extends RegisterAnswer {
  @ApiProperty({ type: String, example: 'mutuality@1.0-draft' })
  factorSet!: string;

  @ApiProperty(optionalText(null, 'id of the entry that agrees to it; null of the built-in set'))
  entry!: string | null;

  @ApiProperty({ type: [LevelAnswer] })
  scale!: LevelAnswer[];

  @ApiProperty({ type: [RubricFactorAnswer] })
  factors!: RubricFactorAnswer[];
}
