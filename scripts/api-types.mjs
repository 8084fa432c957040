// `npm run api-types`: writes the types of the API for the web application, from the description that the server itself
// gives. With `--check` it writes nothing, and fails where the file is not what it would write.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import './build-if-stale.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(root, 'apps', 'web', 'src', 'api', 'schema.d.ts');
const HEAD = '// Made by `npm run api-types` from the description of the API; not edited by hand.\n\n';

async function description() {
  const directory = mkdtempSync(join(tmpdir(), 'api-types-'));
  const server = spawn(process.execPath, [join(root, 'dist', 'apps', 'cli', 'src', 'main.js'), 'serve'], {
    env: { ...process.env, DATA_DIR: directory, PORT: '0', HOST: '127.0.0.1', EVENTSTORE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of createInterface({ input: server.stdout })) {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (address === undefined) continue;
      return await (await fetch(`${address}/api/openapi.json`)).json();
    }
    throw new Error('the server ended before it listened');
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true });
  }
}

const PROBLEM = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemAnswer' } } },
};

/** Problems are named once for each operation, whatever their status; headers and examples are for readers of the description. */
function reduced(document) {
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) {
      operation.responses = Object.fromEntries(
        Object.entries(operation.responses).filter(([status]) => status.startsWith('2')),
      );
      for (const response of Object.values(operation.responses)) {
        delete response.headers;
        // Where an answer is also given as text, as CSV, the client asks for JSON.
        const json = response.content?.['application/json'];
        if (json !== undefined) response.content = { 'application/json': json };
      }
      operation.responses.default = PROBLEM;
    }
  }
  return JSON.parse(JSON.stringify(document, (key, value) => (key === 'example' ? undefined : value)));
}

const text = HEAD + astToString(await openapiTS(reduced(await description())));
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('apps/web/src/api/schema.d.ts is not what the API says: run `npm run api-types`\n');
  process.exitCode = 1;
}
