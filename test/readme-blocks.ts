/** Commands of a document, and what the document says that they print. */
export interface Block {
  /** Line of the document on which the commands begin, from 1. */
  readonly line: number;
  readonly commands: string;
  /** What the comment before the block says of it: `not run here: …`, `needs JOURNAL` or `needs unzip`, `in a second terminal`. */
  readonly remark: string;
  /** The text block that follows, or null where none does. */
  readonly output: string | null;
}

const BLOCK = /(?:<!-- ([^\n]*) -->\n\n)?```sh\n([^]*?)```\n(?:\n```text\n([^]*?)```\n)?/g;

/** The `sh` blocks of a document, each with the `text` block right behind it. */
export function blocksOf(document: string): readonly Block[] {
  return [...document.matchAll(BLOCK)].map(({ index, 0: all, 1: remark = '', 2: commands = '', 3: output }) => ({
    line: document.slice(0, index + all.indexOf('```sh')).split('\n').length + 1,
    commands,
    remark,
    output: output ?? null,
  }));
}

/**
 * A pattern of what a document quotes: `…` on a line of its own stands for any lines, within a line for any text of it.
 * Spaces at the end of a line do not count.
 */
export function quoted(output: string): RegExp {
  const lines = output.trimEnd().split('\n');
  const patterns = lines.map((line) => {
    if (line.trim() === '…') return '(?:[^\\n]*\\n)*?';
    const pieces = line.trimEnd().split('…');
    return `${pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^\\n]*')}[ ]*\\n`;
  });
  return new RegExp(`^${patterns.join('')}$`);
}
