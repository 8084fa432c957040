import { Controller, Get, Inject, Param, Post, Query, Req, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import {
  ApiConsumes,
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { extensionOf, FILE_MEDIA_TYPES, Problem, VIEWS, type EvidenceFiles, type Views } from '@app/ledger';
import { Rule } from '../access/rule';
import { FileAnswer } from '../answers/file.answer';
import { ReadQuery } from '../bodies/queries';
import { CatchUpInterceptor } from '../edge/catch-up.interceptor';
import { DescribeFile, DescribeRead, RelationshipParameter } from '../edge/describe';
import { mediaTypeOf } from '../edge/file-body';
import { EVIDENCE_FILES } from '../tokens';

/** Whatever opens it runs and loads nothing. */
const POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

@ApiTags('files')
@Controller('api/v1/relationships/:relationship/files')
@UseInterceptors(CatchUpInterceptor)
export class FilesController {
  constructor(
    @Inject(VIEWS) private readonly views: Views,
    @Inject(EVIDENCE_FILES) private readonly files: EvidenceFiles | null,
  ) {}

  @Post()
  @Rule('write-entries')
  @ApiOperation({
    summary: 'Store a file of evidence',
    description:
      'The body is the file. It is stored by its content, and the same content again is the same answer, so that it ' +
      'needs no idempotency key. An entry cites it by its SHA-256.',
  })
  @ApiConsumes(...FILE_MEDIA_TYPES)
  @ApiBody({ description: 'The file.', schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: FileAnswer, description: 'It is on disk.' })
  @RelationshipParameter()
  @DescribeFile()
  async store(@Param('relationship') relationship: string, @Req() request: FastifyRequest): Promise<FileAnswer> {
    const files = await this.of(relationship);
    if (!Buffer.isBuffer(request.body)) throw new Problem('invalid-entry', 'the body must be the file');
    return files.store(relationship, mediaTypeOf(request), request.body);
  }

  @Get(':sha256')
  @Rule('read-entries')
  @ApiOperation({ summary: 'A file of evidence, to be saved' })
  @ApiParam({
    name: 'sha256',
    description: 'SHA-256 of its content, 64 lower-case hex digits',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file.', schema: { type: 'string', format: 'binary' } })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found', 'not-found', 'primary-only')
  async read(
    @Param('relationship') relationship: string,
    @Param('sha256') sha256: string,
    @Query() _query: ReadQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { content, type } = (await this.of(relationship)).read(relationship, sha256);
    reply.header('content-security-policy', POLICY).header('cache-control', 'private, no-cache');
    const name = `${sha256.slice(0, 12)}.${extensionOf(type)}`;
    return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"`, length: content.length });
  }

  private async of(relationship: string): Promise<EvidenceFiles> {
    if (this.files === null) throw new Problem('primary-only', 'the primary process keeps the files');
    if ((await this.views.relationship(relationship)) === null)
      throw new Problem('relationship-not-found', `there is no relationship ${relationship}`);
    return this.files;
  }
}
