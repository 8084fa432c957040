import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class SignInBody {
  @ApiProperty({ type: String, description: 'a bearer token', example: 'lgr_…' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token!: string;
}

export class DemoSignInBody {
  @ApiProperty({ type: String, description: 'id of a member of the sample contract', example: 'm-1' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  member!: string;
}
