import { Button } from '@mantine/core';
import { saveFile } from '../frame/save-file';

interface Props {
  readonly name: string;
  readonly type: 'application/json' | 'text/csv' | 'text/plain';
  readonly label: string;
  /** Made when it is asked for. */
  readonly text: () => string;
}

/** Saves what is shown as a file. */
export function DownloadButton({ name, type, label, text }: Props) {
  return (
    <Button
      className="not-printed"
      size="xs"
      variant="default"
      onClick={() => saveFile(name, new Blob([text()], { type: `${type};charset=utf-8` }))}
    >
      {label}
    </Button>
  );
}
