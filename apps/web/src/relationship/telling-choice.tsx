import { SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TELLINGS, type Telling } from './course-search';

interface TellingChoiceProps {
  readonly telling: Telling;
  readonly onTell: (telling: Telling) => void;
}

/** As reported, restated, or as known then. */
export function TellingChoice({ telling, onTell }: TellingChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className="not-printed">
      <SegmentedControl
        size="xs"
        aria-label={t('relationship.telling')}
        value={telling}
        onChange={(value) => onTell(TELLINGS.find((one) => one === value) ?? 'reported')}
        data={TELLINGS.map((value) => ({ value, label: t(`relationship.tellings.${value}`) }))}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {t(`relationship.tellings-help.${telling}`)}
      </Text>
    </div>
  );
}
