import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RawInserts } from './raw-inserts';

// The baseline of `append-http`: node:http and node:sqlite with nothing between them. Its one argument is its file.
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('the file is missing');
const inserts = new RawInserts(file);

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}

async function answer(request: IncomingMessage): Promise<string> {
  const body: unknown = JSON.parse(await bodyOf(request));
  return JSON.stringify({ position: await inserts.add(request.url ?? '', JSON.stringify(body)) });
}

const server = createServer((request, response) => {
  answer(request).then(
    (text) => {
      response
        .writeHead(201, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
        .end(text);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => {
  server.close(() => inserts.close());
  server.closeAllConnections();
});
