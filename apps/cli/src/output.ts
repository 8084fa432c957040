import { styleText } from 'node:util';

/** One line (or several) of text on standard output. */
export function say(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** One JSON value, on standard output alone. */
export function sayJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** A message beside the result, for a person: on standard error, and only where that is a terminal. */
export function remark(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}

/** Emphasis on a terminal that wants it (`NO_COLOR`); the words say the same without. */
export function emphasis(style: 'bold' | 'dim' | 'red' | 'green' | 'yellow', text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** A message that must be seen, terminal or not: on standard error. */
export function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}
