import { Controller, Get, Header, Inject, Param, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { parseTilePath } from '@app/integrity';
import { LEDGER_LOG, Problem, VIEWS, type LedgerLog, type Views } from '@app/ledger';
import { Rule } from '../access/rule';
import { ReadQuery } from '../bodies/queries';
import { CatchUpInterceptor } from '../edge/catch-up.interceptor';
import { DescribeRead, EntryParameter, RelationshipParameter } from '../edge/describe';
import { Bundles } from '../run/bundles';

const TEXT = 'text/plain; charset=utf-8';

/** The proof that nobody changed the record, in formats that other people's tools read (C2SP). */
@ApiTags('log')
@Controller('api/v1/relationships/:relationship')
@UseInterceptors(CatchUpInterceptor)
export class LogController {
  constructor(
    @Inject(LEDGER_LOG) private readonly log: LedgerLog,
    @Inject(VIEWS) private readonly views: Views,
    @Inject(Bundles) private readonly bundles: Bundles,
  ) {}

  @Get('log/checkpoint')
  @Rule('read-entries')
  @Header('content-type', TEXT)
  @ApiOperation({
    summary: 'The last signed checkpoint of the log',
    description: 'C2SP tlog-checkpoint: name of the log, number of entries, root of their tree; signed and cosigned.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'A signed note.', schema: { type: 'string' } })
  @RelationshipParameter()
  @DescribeRead('not-found', 'relationship-not-found', 'primary-only')
  async checkpoint(@Param('relationship') relationship: string, @Query() _query: ReadQuery): Promise<string> {
    await this.known(relationship);
    return this.log.checkpoint(relationship).note;
  }

  @Get('log/policy')
  @Rule('read-entries')
  @Header('content-type', TEXT)
  @ApiOperation({
    summary: 'What a verifier pins: the key of the log, its witnesses and their quorum',
    description: 'C2SP tlog-policy. Keep it when the relationship begins; a verifier never takes it from the server.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'A policy.', schema: { type: 'string' } })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found', 'primary-only')
  async policy(@Param('relationship') relationship: string, @Query() _query: ReadQuery): Promise<string> {
    await this.known(relationship);
    return this.log.policy(relationship);
  }

  @Get('log/tile/*')
  @Rule('read-entries')
  @Header('content-type', 'application/octet-stream')
  // A full tile changes where a break was declared: the same address is then of another log.
  @Header('cache-control', 'private, no-cache')
  @ApiOperation({
    summary: 'A tile of the log: `LEVEL/INDEX` hashes, or `entries/INDEX` envelopes',
    description: 'C2SP tlog-tiles; a tile that is not full yet ends in `.p/WIDTH`.',
  })
  @ApiParam({ name: 'path', type: String, description: 'path of the tile', example: '0/000.p/25' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The tile.', schema: { type: 'string', format: 'binary' } })
  @RelationshipParameter()
  @DescribeRead('not-found', 'relationship-not-found', 'primary-only')
  async tile(
    @Param('relationship') relationship: string,
    @Param('*') path: string,
    @Query() _query: ReadQuery,
  ): Promise<Buffer> {
    await this.known(relationship);
    const tile = parseTilePath(path);
    if (tile === null) throw new Problem('not-found', `"${path}" is no path of a tile`);
    return this.log.tile(relationship, tile);
  }

  @Get('bundle')
  @Rule('read-entries')
  @Header('content-type', 'application/zip')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    summary: 'Everything that proves the record, and a verifier, as one archive',
    description:
      'What `ledger export RELATIONSHIP --bundle FILE` writes: unpack it and run `node verify.mjs`, or bring it to the auditor’s desk of the web application. Bundles are made one after the other; one that would be larger than is served is exported on the command line.',
  })
  @ApiProduces('application/zip')
  @ApiOkResponse({ description: 'A zip archive.', schema: { type: 'string', format: 'binary' } })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found', 'receipt-not-ready', 'read-only', 'primary-only')
  async bundle(@Param('relationship') relationship: string, @Query() _query: ReadQuery): Promise<StreamableFile> {
    await this.known(relationship);
    const archive = await this.bundles.archive(relationship);
    return new StreamableFile(archive, {
      type: 'application/zip',
      disposition: `attachment; filename="${relationship}.zip"`,
      length: archive.length,
    });
  }

  @Get('entries/:entry/proof')
  @Rule('read-entries')
  @Header('content-type', TEXT)
  @ApiOperation({
    summary: 'The receipt of an entry',
    description:
      'C2SP tlog-proof: its place in the log, the path to the root, the checkpoint. Keep it; it needs no server.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'The receipt.', schema: { type: 'string' } })
  @RelationshipParameter()
  @EntryParameter()
  @DescribeRead('relationship-not-found', 'entry-not-found', 'receipt-not-ready', 'read-only', 'primary-only')
  async proof(
    @Param('relationship') relationship: string,
    @Param('entry') entry: string,
    @Query() _query: ReadQuery,
  ): Promise<string> {
    await this.known(relationship);
    const [found] = await this.views.entries(relationship, { ids: [entry] });
    if (found === undefined) throw new Problem('entry-not-found', `there is no entry ${entry} in ${relationship}`);
    return this.log.receipt(relationship, found.revision);
  }

  private async known(relationship: string): Promise<void> {
    if ((await this.views.relationship(relationship)) !== null) return;
    throw new Problem('relationship-not-found', `there is no relationship ${relationship}`);
  }
}
