import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearch } from '@tanstack/react-router';
import { api, type Schemas } from '../api/client';
import { useSession, type Session } from '../api/session';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { ReportControls } from './report-controls';
import type { Report } from './report';
import { reportFile } from './report-file';
import { reportOf } from './report-of';
import { ReportPage } from './report-page';
import { yearBefore } from '../clocks/clocks';
import { logStateText } from './report-search';
import { saveFile } from '../frame/save-file';
import { TablesCard } from './tables-card';
import { useAnswers, useMadeAt } from './use-report';

/** A page made for print that says where the relationship stands, and for ever what it was made from. */
export function ReportScreen() {
  const { t } = useTranslation();
  const { clocks } = useView();
  const { edition } = useSearch({ from: '/framed/r/$relationship/report' });
  const session = useSession();
  const madeAt = useMadeAt(clocks.knownAt);
  return (
    <div className="report-screen">
      <Title order={1} size="h3" mb="sm">
        {t(edition === 'public' ? 'report.public-title' : 'report.title')}
      </Title>
      <Shown read={session}>
        {(who) => (
          <Shown read={madeAt}>
            {(knownAt) => (
              <ScoredReport
                session={who}
                knownAt={knownAt}
                onAnew={knownAt === clocks.knownAt ? null : () => void madeAt.refetch()}
              />
            )}
          </Shown>
        )}
      </Shown>
    </div>
  );
}

interface Reader {
  readonly session: Session;
  /** What was known then is shown. */
  readonly knownAt: string;
  readonly onAnew: (() => void) | null;
}

function ScoredReport(reader: Reader) {
  const { relationship, clocks } = useView();
  const query = { ...(clocks.asOf === undefined ? {} : { asOf: clocks.asOf }), knownAt: reader.knownAt };
  const score = api.useQuery('get', '/api/v1/relationships/{relationship}/score', {
    params: { path: { relationship }, query },
  });
  return <Shown read={score}>{(data) => <MadeReport {...reader} score={data} />}</Shown>;
}

function MadeReport({ session, knownAt, onAnew, score }: Reader & { readonly score: Schemas['ScoreAnswer'] }) {
  const { t, i18n } = useTranslation();
  const { relationship, clocks } = useView();
  const search = useSearch({ from: '/framed/r/$relationship/report' });
  const compare = search.compare ?? yearBefore(score.asOf);
  const isPublic = search.edition === 'public';
  const answers = useAnswers({ relationship, session, score, compare, knownAt, log: search.log });
  const made = { compare, knownAt: score.knownAt ?? knownAt, isPublic };
  const { data } = answers;
  const report = data === undefined ? null : reportOf(data, made, t);
  const isLasting =
    clocks.knownAt === knownAt && [clocks.asOf, search.compare, search.log].every((part) => part !== undefined);
  const lasting = data !== undefined &&
    !isLasting && {
      asOf: score.asOf,
      knownAt: made.knownAt,
      compare,
      edition: search.edition,
      log: logStateText(data.log),
    };
  const save = (whole: Report): void => {
    const words = {
      language: i18n.language,
      kind: t(isPublic ? 'report.public-title' : 'report.title'),
      madeFrom: t('report.made-from'),
      leftOut: t('report.left-out'),
    };
    const name = `${relationship}-${isPublic ? 'public' : 'board'}-${score.asOf}.html`;
    saveFile(name, new Blob([reportFile(whole, words)], { type: 'text/html' }));
  };
  // What is compared can be chosen anew also where the answer to what was chosen is a refusal.
  return (
    <>
      <ReportControls
        compare={compare}
        isPublic={isPublic}
        lasting={lasting || null}
        onAnew={onAnew}
        onSave={report === null ? null : () => save(report)}
      />
      <Shown read={answers}>
        {(read) =>
          report !== null && (
            <>
              <ReportPage report={report} relationship={relationship} />
              <TablesCard answers={read} made={made} report={report} session={session} />
            </>
          )
        }
      </Shown>
    </>
  );
}
