import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { DayInput } from '../clocks/day-input';
import type { ReportSearch } from './report-search';

interface ReportControlsProps {
  readonly compare: string;
  readonly isPublic: boolean;
  /** What the address has to hold so that it shows the same thing for ever; null where it does. */
  readonly lasting: (ReportSearch & { readonly asOf: string; readonly knownAt: string }) | null;
  /** Makes it of what is known now; absent where the address says what was known. */
  readonly onAnew: (() => void) | null;
  /** Null while there is nothing to keep. */
  readonly onSave: (() => void) | null;
}

/** What a report shows, and how it is kept. */
export function ReportControls({ compare, isPublic, lasting, onAnew, onSave }: ReportControlsProps) {
  const { t } = useTranslation();
  const moveTo = useReportSearch();
  return (
    <Stack gap="xs" mb="md" role="group" aria-label={t('report.controls')} className="not-printed">
      <Group align="flex-end" gap="md">
        <DayInput label={t('report.compare')} value={compare} onDay={(day) => moveTo({ compare: day }, true)} />
        <SegmentedControl
          aria-label={t('report.edition')}
          value={isPublic ? 'public' : 'board'}
          onChange={(edition) => moveTo({ edition: edition === 'public' ? 'public' : undefined })}
          data={[
            { value: 'board', label: t('report.board') },
            { value: 'public', label: t('report.public') },
          ]}
        />
      </Group>
      <Group gap="xs">
        <Button onClick={() => window.print()}>{t('report.print')}</Button>
        <Button variant="default" disabled={onSave === null} onClick={() => onSave?.()}>
          {t('report.file')}
        </Button>
        {lasting !== null && (
          <Button variant="default" onClick={() => moveTo(lasting)}>
            {t('report.lasting')}
          </Button>
        )}
        {onAnew !== null && (
          <Button variant="default" onClick={onAnew}>
            {t('report.anew')}
          </Button>
        )}
      </Group>
      {onSave !== null && (
        <Text size="xs" c="dimmed" role="note">
          {t(lasting === null ? 'report.lasting-is' : 'report.lasting-help')}
        </Text>
      )}
    </Stack>
  );
}

/** Another report of the same relationship: what is named in the address changes, the rest of it stays. */
function useReportSearch(): (
  change: ReportSearch & { readonly asOf?: string; readonly knownAt?: string },
  replace?: boolean,
) => void {
  const navigate = useNavigate();
  return (change, replace = false) =>
    void navigate({ to: '.', replace, resetScroll: false, search: (search) => ({ ...search, ...change }) });
}
