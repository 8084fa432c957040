import { connect, type Socket } from 'node:net';
import { answerJob } from './job';
import type { Client, Load, LoadJob } from './load';
import { quantile } from './measure';

// Plain sockets and the least of HTTP/1.1 that the answers need: a full client would take the processor time that the
// servers are measured by.
const END_OF_HEAD = '\r\n\r\n';
/** How long after the end of the load an answer may be outstanding. */
const LAST_ANSWER_MS = 10_000;

answerJob(async (job: LoadJob): Promise<Load> => {
  const startMs = performance.now();
  const measureFromMs = startMs + job.warmUpMs;
  const endMs = measureFromMs + job.durationMs;
  const latencies: number[] = [];
  let sent = 0;
  let position = '';

  const run = (client: Client): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: job.host, port: job.port, noDelay: true });
      const head =
        `POST ${client.path} HTTP/1.1\r\nHost: ${job.host}:${job.port}\r\nAuthorization: Bearer ${client.token}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(client.body)}\r\nIdempotency-Key: `;
      let sentMs = 0;
      const timer = setTimeout(
        () => reject(new Error(`${client.path} left a request without an answer`)),
        endMs + LAST_ANSWER_MS - startMs,
      );
      const next = (): void => {
        sentMs = performance.now();
        if (sentMs >= endMs || sent >= job.maxRequests) {
          clearTimeout(timer);
          socket.end();
          resolve();
          return;
        }
        sent += 1;
        socket.write(`${head}${job.keyPrefix}-${sent}${END_OF_HEAD}${client.body}`);
      };
      onAnswers(socket, (status, body) => {
        if (status !== 201) {
          reject(new Error(`${client.path} answered ${status}: ${body}`));
          return;
        }
        const now = performance.now();
        if (sentMs >= measureFromMs && now <= endMs) latencies.push(now - sentMs);
        const at = /"position":"([^"]+)"/.exec(body)?.[1] ?? '';
        if (at > position) position = at;
        next();
      });
      socket.once('error', reject);
      socket.once('connect', next);
    });

  await Promise.all(job.clients.map(run));
  const sorted = Float64Array.from(latencies).sort();
  return {
    perSecond: latencies.length / (job.durationMs / 1000),
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    position,
  };
});

/** Calls back with each whole answer; a connection has one request under way at a time. */
function onAnswers(socket: Socket, answered: (status: number, body: string) => void): void {
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
    const headEnd = text.indexOf(END_OF_HEAD);
    if (headEnd === -1) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
    const end = headEnd + END_OF_HEAD.length + length;
    if (text.length < end) return;
    const status = Number(text.slice(9, 12));
    const body = text.slice(headEnd + END_OF_HEAD.length, end);
    text = text.slice(end);
    answered(status, body);
  });
}
