import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { MAX_SUPPOSED_LIST_LENGTH } from '@app/ledger';
import { MAX_PARAMETER_LENGTH } from '../limits';

/** A parameter of a query: text here; what it must say is checked, and named, by the query itself. */
function Parameter(description: string, example?: string, maxLength = MAX_PARAMETER_LENGTH): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, description, ...(example === undefined ? {} : { example }) }),
    IsOptional(),
    IsString({ message: '$property must be given once' }),
    MaxLength(maxLength),
  );
}

/** Every read takes this. */
export class ReadQuery {
  @Parameter('position that an earlier answer carried: waits, bounded, until it can be read')
  seen?: string;
}

class KnownQuery extends ReadQuery {
  @Parameter('what was known at this instant (RFC 3339); now where absent', '2026-03-31T23:59:59Z')
  knownAt?: string;

  @Parameter('`claimed`: recorded times as an import claims them; `ledger`: the ledger’s own', 'claimed')
  clock?: 'claimed' | 'ledger';
}

export class ScoreQuery extends KnownQuery {
  @Parameter('the score of this day (YYYY-MM-DD); today where absent', '2026-03-31')
  asOf?: string;

  @Parameter('a factor set other than the one in force', 'mutuality@1.0-draft')
  factorSet?: string;
}

export class ExplanationQuery extends ScoreQuery {
  @Parameter('code of the factor', '603')
  factor?: string;
}

export class DifferenceQuery extends KnownQuery {
  @Parameter('first day', '2025-03-31')
  from?: string;

  @Parameter('last day', '2026-03-31')
  to?: string;

  @Parameter('`true`: each end as it was known at the end of its own day', 'true')
  asKnown?: string;

  @Parameter('a factor set other than the one in force', 'mutuality@1.0-draft')
  factorSet?: string;
}

export class HistoryQuery extends DifferenceQuery {
  @Parameter('`day`, `week`, `month` or `quarter`', 'month')
  every?: string;

  @Parameter('also the course of this factor: its code, or `all`', '609')
  factor?: string;
}

export class ReplayQuery extends KnownQuery {
  @Parameter('only what had happened by this day; all that is recorded where absent', '2026-03-31')
  asOf?: string;

  @Parameter('last revision', '24')
  until?: string;

  @Parameter('cursor: `next` of the page before')
  after?: string;

  @Parameter('steps of a page, at most and unless said otherwise 10,000', '10000')
  limit?: string;
}

class SelectionQuery extends KnownQuery {
  @Parameter('entries in effect on this day', '2026-03-31')
  asOf?: string;

  @Parameter('only this kind', 'note.logged')
  kind?: string;

  @Parameter('only this factor', '614')
  factor?: string;

  @Parameter('only this party', 'client')
  party?: string;

  @Parameter('words that all stand in the entry: in its text, its data or the title of its kind', 'delay minutes')
  text?: string;
}

export class TrailQuery extends SelectionQuery {
  @Parameter('cursor: `next` of the page before')
  after?: string;

  @Parameter('entries of a page, at most and unless said otherwise 10,000', '10000')
  limit?: string;
}

export class EntriesQuery extends SelectionQuery {
  @Parameter('cursor: `next` of the page before')
  after?: string;

  @Parameter('entries of a page', '50')
  limit?: string;

  @Parameter('only entries of this status', 'asserted')
  status?: string;

  @Parameter('`asc`: in the order of the ledger, the oldest first; `desc`: the newest first', 'desc')
  order?: string;
}

export class EntryQuery extends ReadQuery {
  @Parameter('its status on this day', '2026-03-31')
  asOf?: string;

  @Parameter('its status as it was known at this instant', '2026-03-31T23:59:59Z')
  knownAt?: string;
}

export class BothClocksQuery extends KnownQuery {
  @Parameter('what had happened by this day (YYYY-MM-DD); today where absent', '2026-03-31')
  asOf?: string;
}

export class RegisterQuery extends BothClocksQuery {
  @Parameter('`csv`: its rows as a file for spreadsheets (RFC 4180); `json` where absent', 'json')
  format?: string;
}

export class DueQuery extends RegisterQuery {
  @Parameter('days ahead; 90 where absent', '30')
  within?: string;

  @Parameter('only what this party has to do', 'provider')
  party?: string;
}

export class DueCalendarQuery extends BothClocksQuery {
  @Parameter('days ahead; 90 where absent', '30')
  within?: string;

  @Parameter('only what this party has to do', 'provider')
  party?: string;
}

export class UnansweredQuery extends BothClocksQuery {
  @Parameter('only what waits for this party', 'provider')
  party?: string;

  @Parameter('`true`: only what the member of this token logged; for members and sponsors', 'true')
  mine?: string;
}

export class TopQuery extends BothClocksQuery {
  @Parameter('how many; 20 where absent', '20')
  n?: string;
}

export class StoryQuery extends BothClocksQuery {
  @Parameter('months back, that of the day included; 12 where absent', '12')
  months?: string;
}

export class AuditSampleQuery extends BothClocksQuery {
  @Parameter('digits that the draw rests on, chosen by the auditor once the population is closed', '20260331')
  seed?: string;

  @Parameter('how many are drawn; 25 where absent', '25')
  size?: string;

  @Parameter('how many entries of the ledger are looked at, the first ones; all where absent', '637')
  ledgerSize?: string;
}

export class WhatIfQuery extends BothClocksQuery {
  @Parameter(
    'ratings supposed, `party:factor:level`, with commas between; `:unevidenced` may follow',
    'client:603:3',
    MAX_SUPPOSED_LIST_LENGTH,
  )
  ratings?: string;

  @Parameter('weights supposed, `factor:weight`, with commas between', '603:50', MAX_SUPPOSED_LIST_LENGTH)
  weights?: string;

  @Parameter(
    'events supposed, `party:factor:plus|minus:severity`, with commas between; `:agreed` may follow',
    'client:614:minus:major',
    MAX_SUPPOSED_LIST_LENGTH,
  )
  events?: string;
}
