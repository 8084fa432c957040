import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Benchmark, Row, Setting } from './benchmark';
import { appendDuringRebuild } from './rows/append-during-rebuild';
import { appendHttp } from './rows/append-http';
import { appendHttpNest } from './rows/append-http-nest';
import { appendOneRelationship } from './rows/append-one-relationship';
import { asOfScore } from './rows/as-of-score';
import { dueRow } from './rows/due';
import { appendEventStoreDb, rebuildEventStoreDb } from './rows/eventstoredb';
import { historyDaily } from './rows/history-daily';
import { importRow } from './rows/import';
import { memory } from './rows/memory';
import { rebuild } from './rows/rebuild';
import { topOneFactor } from './rows/top-one-factor';
import { verifyRow } from './rows/verify';
import { webRow } from './rows/web';

const BENCHMARKS: readonly Benchmark[] = [
  appendHttp,
  appendHttpNest,
  appendOneRelationship,
  appendDuringRebuild,
  rebuild,
  asOfScore,
  historyDaily,
  dueRow,
  topOneFactor,
  importRow,
  verifyRow,
  webRow,
  memory,
  appendEventStoreDb,
  rebuildEventStoreDb,
];

const USAGE = `npm run bench -- [--json] [--quick] [--memory] [--only NAME ...]

--json    {"rows":[{"name","value","unit","baseline","ratio","target"}]} on standard output
--quick   fewer entries and runs
--memory  also the memory of a server with one million entries, which takes minutes
--only    ${BENCHMARKS.map(({ name }) => name).join(', ')}
EVENTSTORE_URL names an EventStoreDB server to measure against.`;

const note = (text: string): boolean => process.stderr.write(`${text}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      quick: { type: 'boolean' },
      memory: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return void process.stdout.write(`${USAGE}\n`);
  const wanted = new Set([...(values.only ?? []), ...(values.memory === true ? ['memory'] : [])]);
  const unknown = (values.only ?? []).filter((name) => !BENCHMARKS.some((each) => each.name === name));
  if (unknown.length > 0) throw new Error(`there is no ${unknown.join(', ')}\n\n${USAGE}`);

  const rows: Row[] = [];
  for (const benchmark of BENCHMARKS) {
    if (values.only !== undefined && !values.only.includes(benchmark.name)) continue;
    const directory = mkdtempSync(join(tmpdir(), `ledger-bench-${benchmark.name}-`));
    const eventStoreUrl = process.env['EVENTSTORE_URL'] || null;
    const setting: Setting = { directory, quick: values.quick === true, eventStoreUrl };
    try {
      const why = benchmark.leftOut?.(setting, wanted) ?? null;
      if (why !== null) {
        note(`${benchmark.name}: left out, ${why}`);
        continue;
      }
      note(`${benchmark.name} …`);
      for (const row of await benchmark.run(setting)) {
        rows.push(row);
        note(shown(row));
      }
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }
  if (values.json === true) process.stdout.write(`${JSON.stringify({ rows })}\n`);
  else process.stdout.write(`${rows.map(shown).join('\n')}\n`);
}

function shown({ name, value, unit, baseline, ratio, target }: Row): string {
  const number = (figure: number): string => (figure >= 100 ? figure.toFixed(0) : figure.toFixed(2));
  const against = baseline === null ? '' : `, baseline ${number(baseline)}`;
  const reached = ratio === null ? value : ratio;
  const goal = target === null ? '' : `, target ${target}`;
  return `  ${name.padEnd(28)} ${number(value)} ${unit}${against}${ratio === null ? '' : `, ratio ${number(reached)}`}${goal}`;
}

main().catch((error: unknown) => {
  note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
