import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '@app/access';

/** Who is signed in. */
export class SessionAnswer {
  @ApiProperty({ type: String, example: 'm-1' })
  member!: string;

  @ApiProperty({ enum: ROLES, example: 'member' })
  role!: string;

  @ApiProperty({ type: String, nullable: true, example: 'client' })
  party!: string | null;

  @ApiProperty({ type: [String], example: ['north-road'] })
  relationships!: string[];

  @ApiProperty({ type: Boolean, description: 'the server shows the sample contract', example: false })
  demo!: boolean;
}

/** Signed in to the demo. */
export class DemoSessionAnswer extends SessionAnswer {
  @ApiProperty({ type: String, description: 'the session as a bearer token', example: 'lgr_…' })
  token!: string;
}

export class DemoMemberAnswer {
  @ApiProperty({ type: String, example: 'm-1' })
  member!: string;

  @ApiProperty({ type: String, example: 'Contract director, Fieldway' })
  post!: string;

  @ApiProperty({ enum: ROLES, example: 'member' })
  role!: string;

  @ApiProperty({ type: String, nullable: true, example: 'client' })
  party!: string | null;
}

export class DemoMembersAnswer {
  @ApiProperty({ type: [DemoMemberAnswer] })
  members!: DemoMemberAnswer[];
}
