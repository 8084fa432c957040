import { join } from 'node:path';
import type { Benchmark, Row, Setting } from '../benchmark';
import { inFreshProcess } from '../child';
import type { EventStoreDbJob } from '../eventstoredb.process';
import { inTurn, median } from '../measure';

const leftOut = ({ eventStoreUrl }: Setting): string | null =>
  eventStoreUrl === null ? 'EVENTSTORE_URL names no server' : null;

let jobs = 0;

/** A name that no stream of the server begins with; the streams of a run stay there. */
function freshPrefix(): string {
  jobs += 1;
  return `relationship-bench-${process.pid}-${Date.now()}-${jobs}-`;
}

function job(what: EventStoreDbJob['what'], setting: Setting, count: number, prefix: string): Promise<number> {
  const { eventStoreUrl, directory } = setting;
  if (eventStoreUrl === null) throw new Error('EVENTSTORE_URL names no server');
  return inFreshProcess<EventStoreDbJob, number>('eventstoredb', {
    url: eventStoreUrl,
    prefix,
    count,
    directory: join(directory, `projections-${++jobs}`),
    what,
  });
}

function row(
  name: string,
  unit: string,
  count: number,
  { ours, baseline }: { readonly ours: readonly number[]; readonly baseline: readonly number[] },
  target: number,
): Row {
  const perSecond = (times: readonly number[]): number => count / (median(times) / 1000);
  const [value, least] = [perSecond(ours), perSecond(baseline)];
  return { name, value, unit, baseline: least, ratio: value / least, target };
}

/** The adapter at 64 appends in flight against the bare client at as many. */
export const appendEventStoreDb: Benchmark = {
  name: 'append-eventstoredb',
  leftOut,
  async run(setting) {
    const count = setting.quick ? 1_280 : 6_400;
    const measured = await inTurn(
      setting.quick ? 1 : 3,
      () => job('append', setting, count, freshPrefix()),
      () => job('append-bare', setting, count, freshPrefix()),
    );
    return [row('append-eventstoredb', 'appends/s', count, measured, 0.8)];
  },
};

/** All read models from EventStoreDB against a filtered catch-up by the bare client that does nothing with the events. */
export const rebuildEventStoreDb: Benchmark = {
  name: 'rebuild-eventstoredb',
  leftOut,
  async run(setting) {
    const count = setting.quick ? 2_000 : 20_000;
    const prefix = freshPrefix();
    await job('import', setting, count, prefix);
    const measured = await inTurn(
      setting.quick ? 1 : 3,
      () => job('rebuild', setting, count, prefix),
      () => job('rebuild-bare', setting, count, prefix),
    );
    return [row('rebuild-eventstoredb', 'entries/s', count, measured, 0.4)];
  },
};
