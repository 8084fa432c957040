import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class AliveAnswer {
  @ApiProperty({ type: String, example: 'alive' })
  status!: string;
}

export class StoreHealthAnswer {
  @ApiProperty({ type: Boolean, example: true })
  reachable!: boolean;

  @ApiPropertyOptional({
    type: String,
    description: 'since when it has not answered',
    example: '2026-03-31T09:00:00.000Z',
  })
  awaySince?: string;
}

export class ProjectionFailureAnswer {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'position of the event that fails',
    example: '0000000000000025',
  })
  position!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'id of the event that fails',
    example: '8c5f0b52-8a52-5b8e-9d0a-6a4f2f3c1e77',
  })
  eventId!: string | null;

  @ApiProperty({ type: String, example: 'database or disk is full' })
  message!: string;

  @ApiProperty({ type: Number, example: 3 })
  attempts!: number;
}

export class ProjectionHealthAnswer {
  @ApiProperty({ type: String, example: 'facts' })
  name!: string;

  @ApiProperty({ type: Number, example: 1 })
  version!: number;

  @ApiProperty({ type: String, nullable: true, example: '0000000000000025' })
  position!: string | null;

  @ApiProperty({ type: Boolean, description: 'it follows event by event', example: true })
  live!: boolean;

  @ApiPropertyOptional({ type: ProjectionFailureAnswer })
  failing?: ProjectionFailureAnswer;
}

/** The transparency log: how many relationships, never which. */
export class LogHealthAnswer {
  @ApiProperty({ type: Boolean, description: 'false while nothing can be signed', example: true })
  signing!: boolean;

  @ApiProperty({ type: Number, description: 'relationships of which a checkpoint is signed', example: 1 })
  signed!: number;

  @ApiProperty({ type: Number, description: 'of these, those whose parties have witnesses', example: 1 })
  witnessed!: number;

  @ApiProperty({ type: Number, description: 'of these, those whose last checkpoint enough witnesses saw', example: 1 })
  quorum!: number;

  @ApiProperty({
    type: Number,
    description: 'of these, those of which a witness shows what no key here has signed; "ledger doctor" says which',
    example: 0,
  })
  claimed!: number;
}

/** Ready: the store answers and every read model is served. */
export class ReadyAnswer {
  @ApiProperty({ enum: ['ready', 'not-ready'], example: 'ready' })
  status!: 'ready' | 'not-ready';

  @ApiProperty({ type: [String], description: 'why it is not ready, or not wholly well', example: [] })
  reasons!: string[];

  @ApiProperty({ type: StoreHealthAnswer })
  store!: StoreHealthAnswer;

  @ApiProperty({ type: [ProjectionHealthAnswer] })
  projections!: ProjectionHealthAnswer[];

  @ApiProperty({ type: String, nullable: true, description: 'why nothing can be written', example: null })
  readOnly!: string | null;

  @ApiProperty({ type: LogHealthAnswer })
  log!: LogHealthAnswer;

  @ApiProperty({ type: Boolean, description: 'the server shows the sample contract', example: false })
  demo!: boolean;
}
