import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { drawCourse } from '../charts/course-drawing';
import { TrendSvg } from '../charts/course-svg';
import { Shown } from '../frame/shown';
import { formatDate, formatScore } from '../texts/format';

const BOX = { width: 120, height: 32, left: 0, bottom: 0 };

interface TrendProps {
  readonly relationship: string;
  readonly title: string;
  /** The last day of the course. */
  readonly asOf: string;
  readonly knownAt: string | undefined;
}

/** The course of one relationship as a small line. */
export function Trend({ relationship, title, asOf, knownAt }: TrendProps) {
  const { t } = useTranslation();
  const query = { to: asOf, every: 'quarter', ...(knownAt === undefined ? {} : { knownAt }) };
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/score/history', {
    params: { path: { relationship }, query },
  });
  return (
    <Shown read={read}>
      {({ points }) => {
        const first = points.find(({ score }) => score !== null);
        const last = points.findLast(({ score }) => score !== null);
        if (first === undefined || last === undefined) return t('portfolio.trend-none', { title });
        const summary = t('portfolio.trend-of', {
          title,
          from: formatDate(first.asOf),
          fromScore: formatScore(first.score),
          to: formatDate(last.asOf),
          toScore: formatScore(last.score),
        });
        return <TrendSvg drawing={drawCourse(points, BOX)} summary={summary} />;
      }}
    </Shown>
  );
}
