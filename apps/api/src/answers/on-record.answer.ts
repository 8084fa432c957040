import { ApiProperty } from '@nestjs/swagger';
import { optionalText } from './optional-text';

export class WithoutProtocolAnswer {
  @ApiProperty({
    enum: ['missing', 'waiting', 'late'],
    description: 'there is none; not all agree to it; all do, but did not when live entries began',
    example: 'missing',
  })
  situation!: string;

  @ApiProperty(optionalText(null, 'id of the protocol that waits or came late'))
  protocol!: string | null;

  @ApiProperty({ type: [String], description: 'parties that have not agreed', example: ['client', 'provider'] })
  waitingFor!: readonly string[];

  @ApiProperty({ type: Number, description: 'live entries that were logged without one', example: 12 })
  entries!: number;

  @ApiProperty({ type: String, description: 'id of the first of them', example: 'e-0026' })
  since!: string;
}

/** Why a view says something of the protocol. */
export const aboutProtocol = {
  type: WithoutProtocolAnswer,
  nullable: true,
  description:
    'of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry is no contractual notice, admission or waiver',
} as const;

export class AcceptanceAnswer {
  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty({ type: String, example: 'e-0026' })
  entry!: string;
}

export class RestsOnImportAnswer {
  @ApiProperty({ type: Number, description: 'how many entries were imported', example: 25 })
  imported!: number;

  @ApiProperty({ type: [AcceptanceAnswer], description: 'who accepted them, and by which entry' })
  acceptedBy!: readonly AcceptanceAnswer[];

  @ApiProperty({ type: [String], description: 'parties that have not', example: ['provider'] })
  waitingFor!: readonly string[];
}

/** Why a view says something of an import. */
export const aboutImport = {
  type: RestsOnImportAnswer,
  nullable: true,
  description:
    'what a live relationship rests on that was logged elsewhere before, while not every party has accepted it',
} as const;

/** What every view says of the record that it is made from. */
export class OnRecordAnswer {
  @ApiProperty(aboutProtocol)
  withoutProtocol!: WithoutProtocolAnswer | null;

  @ApiProperty(aboutImport)
  restsOnImport!: RestsOnImportAnswer | null;
}
