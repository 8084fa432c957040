import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Rule } from '../access/rule';
import { WebPages } from '../edge/web-pages';

@ApiExcludeController()
@Controller()
export class FrontPageController {
  constructor(@Inject(WebPages) private readonly pages: WebPages) {}

  @Get()
  @Rule('public')
  page(@Res() reply: FastifyReply): void {
    this.pages.send(reply);
  }
}
