import { ApiProperty } from '@nestjs/swagger';
import { OnRecordAnswer } from './on-record.answer';

export class PartyAnswer {
  @ApiProperty({ type: String, example: 'client' })
  id!: string;

  @ApiProperty({ type: String, example: 'North Council' })
  name!: string;
}

/** A relationship in lists. An operator sees neither its entries nor its score: those are null. */
export class RelationshipAnswer extends OnRecordAnswer {
  @ApiProperty({ type: String, example: 'north-road' })
  id!: string;

  @ApiProperty({ type: String, example: 'North road services' })
  title!: string;

  @ApiProperty({ type: [PartyAnswer] })
  parties!: readonly PartyAnswer[];

  @ApiProperty({ type: String, nullable: true, example: '2019-04-01' })
  start!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '2029-03-31' })
  end!: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 612 })
  entries!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 60.4753 })
  score!: number | null;

  @ApiProperty({ type: String, nullable: true, example: 'Developing' })
  level!: string | null;

  @ApiProperty({ type: Boolean, description: 'true where any of its entries was imported', example: false })
  imported!: boolean;

  @ApiProperty({ type: Boolean, description: 'true: a partner selection, of the client alone', example: false })
  selection!: boolean;

  @ApiProperty({ type: Boolean, description: 'true: a fictional sample contract', example: false })
  sample!: boolean;
}

export class RelationshipsAnswer {
  @ApiProperty({ type: [RelationshipAnswer] })
  relationships!: RelationshipAnswer[];
}
