import { ApiProperty } from '@nestjs/swagger';

/** A file that is on disk. */
export class FileAnswer {
  @ApiProperty({
    type: String,
    description: 'of its content; what evidence cites it by',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  sha256!: string;

  @ApiProperty({ type: Number, example: 48211 })
  bytes!: number;

  @ApiProperty({ type: String, description: 'as it was first sent', example: 'application/pdf' })
  type!: string;
}
