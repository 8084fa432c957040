import { ApiProperty } from '@nestjs/swagger';
import { OnRecordAnswer } from './on-record.answer';

export { optionalText } from './optional-text';

/** Corroboration of an entry that counts. */
export const STATUSES = ['asserted', 'agreed', 'noted', 'disputed', 'remedied'];

/** What every register says of the question it answers. */
export class RegisterAnswer extends OnRecordAnswer {
  @ApiProperty({ type: String, example: 'north-road' })
  relationship!: string;

  @ApiProperty({ type: String, example: '2026-03-31' })
  asOf!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: all that is known now', example: null })
  knownAt!: string | null;
}

/** Ids of the entries that a row rests on. */
export const entryIds = (...example: string[]) => ({
  type: String,
  isArray: true,
  description: 'ids of the entries behind it, in the order of facts',
  example,
});

/** A number that an entry may have left out. */
export const optionalNumber = (example: number | null, description?: string) => ({
  type: Number,
  nullable: true,
  example,
  ...(description === undefined ? {} : { description }),
});
