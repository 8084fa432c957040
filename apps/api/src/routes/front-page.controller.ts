import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Rule } from '../access/rule';
import { FRONT_PAGE } from './front-page';

@ApiExcludeController()
@Controller()
export class FrontPageController {
  @Get()
  @Rule('public')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return FRONT_PAGE;
  }
}
