import type { Socket } from 'node:net';
import { problemBody, PROBLEM_MEDIA_TYPE } from './problem-body';

/** Answers what is no HTTP at all, or never comes to its end, before there is a request to answer. */
export function answerMalformedHttp(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(problemBody('invalid-parameter', 'the request is not well-formed HTTP'));
  const head = [
    'HTTP/1.1 400 Bad Request',
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
