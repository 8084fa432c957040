import pino, { type Logger } from 'pino';

/**
 * One line per thing worth knowing, on standard output: JSON for machines, plain text on a terminal. Requests are not
 * logged: metrics count them. Headers and bodies never reach the log, and so no token does.
 */
export function openLog(terminal = process.stdout.isTTY): Logger {
  const options = { level: process.env['LOG_LEVEL'] ?? 'info', base: null };
  if (!terminal) return pino(options);
  return pino(options, { write: (line: string) => process.stdout.write(plain(line)) });
}

function plain(line: string): string {
  const { level, msg, err } = JSON.parse(line) as { level: number; msg: string; err?: { message: string } };
  const mark = level >= 50 ? 'error: ' : level >= 40 ? 'warning: ' : '';
  return `${mark}${msg}${err ? ` (${err.message})` : ''}\n`;
}
