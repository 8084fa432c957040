import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface RowOpenerProps {
  /** What the row is about. */
  readonly title: string;
  readonly isOpen: boolean;
  readonly onTurn: () => void;
}

/** Shows all that a row says, or as little as before. */
export function RowOpener({ title, isOpen, onTurn }: RowOpenerProps) {
  const { t } = useTranslation();
  const label = t(isOpen ? 'registers.less' : 'registers.everything');
  return (
    <Button
      className="not-printed"
      variant="subtle"
      size="compact-sm"
      aria-expanded={isOpen}
      aria-label={`${label}: ${title}`}
      onClick={onTurn}
    >
      {label}
    </Button>
  );
}
