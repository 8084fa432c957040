import { Button } from '@mantine/core';

interface Props {
  readonly name: string;
  readonly type: 'application/json' | 'text/csv';
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
      onClick={() => {
        const address = URL.createObjectURL(new Blob([text()], { type: `${type};charset=utf-8` }));
        const link = Object.assign(document.createElement('a'), { href: address, download: name });
        link.click();
        URL.revokeObjectURL(address);
      }}
    >
      {label}
    </Button>
  );
}
