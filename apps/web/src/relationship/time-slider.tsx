import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../texts/format';
import type { CoursePoint } from './course';

interface TimeSliderProps {
  readonly points: readonly CoursePoint[];
  /** Which of them is looked at. */
  readonly at: number;
  readonly onMove: (index: number) => void;
  readonly onRest: (index: number, isByKey: boolean) => void;
}

/** Moves through the life of the contract: by hand, or by the arrow keys. */
export function TimeSlider({ points, at, onMove, onRest }: TimeSliderProps) {
  const { t } = useTranslation();
  return (
    <div className="not-printed">
      <input
        type="range"
        className="time-slider"
        min={0}
        max={points.length - 1}
        value={at}
        aria-label={t('relationship.slider')}
        aria-valuetext={formatDate(points[at]?.asOf ?? null)}
        onChange={({ currentTarget }) => onMove(Number(currentTarget.value))}
        onPointerUp={() => onRest(at, false)}
        onKeyUp={() => onRest(at, true)}
        onBlur={() => onRest(at, false)}
      />
      <Text size="xs" c="dimmed" pl="1.65rem" mb={4}>
        {t('relationship.slider-help')}
      </Text>
    </div>
  );
}
