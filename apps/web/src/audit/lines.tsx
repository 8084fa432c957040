import { Code } from '@mantine/core';

/** A text as it is, line by line; long lines go on below. */
export function Lines({ text }: { readonly text: string }) {
  return (
    <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text}
    </Code>
  );
}
