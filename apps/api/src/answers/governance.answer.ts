import { ApiProperty } from '@nestjs/swagger';
import { OneEntryAnswer } from './one-entry.answer';
import { RegisterAnswer, STATUSES, entryIds, optionalText } from './register.answer';

export class BodyAnswer {
  @ApiProperty({ type: String, example: 'joint-board' })
  id!: string;

  @ApiProperty(optionalText('Joint board'))
  title!: string | null;

  @ApiProperty(optionalText('Direction, disputes at level 3, both budgets'))
  terms!: string | null;

  @ApiProperty({
    enum: ['weekly', 'fortnightly', 'monthly', 'every-two-months', 'quarterly', 'half-yearly', 'yearly'],
    nullable: true,
    example: 'half-yearly',
  })
  meets!: string | null;

  @ApiProperty(optionalText('One sponsor of each side'))
  quorum!: string | null;

  @ApiProperty(optionalText('2016-04-18'))
  established!: string | null;

  @ApiProperty(optionalText('client'))
  establishedBy!: string | null;

  @ApiProperty(optionalText('2026-04-18', 'the next meeting by its rhythm'))
  next!: string | null;

  @ApiProperty(optionalText('2025-10-16'))
  lastHeld!: string | null;

  @ApiProperty({ type: Number, description: 'meetings', example: 16 })
  held!: number;

  @ApiProperty({ type: Number, example: 2 })
  moved!: number;

  @ApiProperty({ type: Number, example: 2 })
  missed!: number;

  @ApiProperty(entryIds('s-0010', 's-0043'))
  entries!: string[];
}

/** The register of governance bodies. */
export class BodiesAnswer extends RegisterAnswer {
  @ApiProperty({ type: [BodyAnswer] })
  bodies!: BodyAnswer[];
}

export class MeetingAnswer {
  @ApiProperty({ type: String, example: 'joint-board' })
  body!: string;

  @ApiProperty(optionalText('Joint board'))
  title!: string | null;

  @ApiProperty({
    enum: ['planned', 'held', 'moved', 'missed'],
    description: 'missed: also while the ledger has not yet said so',
    example: 'held',
  })
  situation!: string;

  @ApiProperty(optionalText('2016-10-18', 'the day in the rhythm of its body'))
  planned!: string | null;

  @ApiProperty(optionalText('2016-11-01', 'it can be held until the end of that day'))
  due!: string | null;

  @ApiProperty(optionalText(null))
  movedTo!: string | null;

  @ApiProperty(optionalText('2016-10-20'))
  held!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, example: true })
  quorate!: boolean | null;

  @ApiProperty(optionalText('4 of North Council, 3 of Fieldway'))
  attended!: string | null;

  @ApiProperty(optionalText('JB-2016-10'))
  minutes!: string | null;

  @ApiProperty(optionalText('client'))
  by!: string | null;

  @ApiProperty({ enum: STATUSES, nullable: true, example: 'agreed' })
  status!: string | null;

  @ApiProperty(optionalText(null, 'id of the entry that says so'))
  missed!: string | null;

  @ApiProperty(entryIds('s-0010', 's-0043'))
  entries!: string[];
}

/** The governance calendar. */
export class MeetingsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [MeetingAnswer] })
  meetings!: MeetingAnswer[];
}

export class DecisionAnswer {
  @ApiProperty({ type: String, example: 'dec-rota' })
  id!: string;

  @ApiProperty(optionalText('One inspection rota'))
  title!: string | null;

  @ApiProperty({ enum: ['open', 'done', 'dropped', 'superseded'], example: 'done' })
  situation!: string;

  @ApiProperty({ enum: STATUSES, nullable: true, description: 'of the entry that says so', example: 'agreed' })
  status!: string | null;

  @ApiProperty(optionalText('joint-board'))
  body!: string | null;

  @ApiProperty(optionalText('provider', 'null: all'))
  owner!: string | null;

  @ApiProperty(optionalText('Depot manager'))
  ownerRole!: string | null;

  @ApiProperty(optionalText('2017-01-19'))
  decided!: string | null;

  @ApiProperty(optionalText('joint'))
  by!: string | null;

  @ApiProperty(optionalText('2017-04-01'))
  due!: string | null;

  @ApiProperty({ type: Boolean, description: 'it is open, and that day is over', example: false })
  late!: boolean;

  @ApiProperty(optionalText('2017-03-28'))
  closed!: string | null;

  @ApiProperty(entryIds('s-0070', 's-0079'))
  entries!: string[];
}

/** The register of decisions. */
export class DecisionsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [DecisionAnswer] })
  decisions!: DecisionAnswer[];
}

export class DelayAnswer extends OneEntryAnswer {
  @ApiProperty(optionalText('client', 'whose it was'))
  about!: string | null;

  @ApiProperty({
    enum: ['decision', 'approval', 'information', 'access', 'instruction', 'other'],
    nullable: true,
    example: 'approval',
  })
  what!: string | null;

  @ApiProperty(optionalText('2019-05-10'))
  due!: string | null;

  @ApiProperty(optionalText('Two gangs stood for a day'))
  effect!: string | null;
}

/** The register of what was not given when due. */
export class DelaysAnswer extends RegisterAnswer {
  @ApiProperty({ type: [DelayAnswer] })
  delays!: DelayAnswer[];
}

export class ArrangementAnswer extends OneEntryAnswer {
  @ApiProperty({ enum: ['governance', 'sponsorship', 'both'], nullable: true, example: 'both' })
  covers!: string | null;

  @ApiProperty({ enum: ['yes', 'with-changes', 'no'], nullable: true, example: 'with-changes' })
  conducive!: string | null;

  @ApiProperty(optionalText('The board decides what the team could'))
  finding!: string | null;

  @ApiProperty(optionalText('Not in the depots'))
  understoodAtAllLevels!: string | null;
}

/** The register of reviews of governance and sponsorship. */
export class ArrangementsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [ArrangementAnswer] })
  arrangements!: ArrangementAnswer[];
}
