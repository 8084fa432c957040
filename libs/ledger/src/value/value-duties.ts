import { dayIn, dutyOfDay, firstBehind, learnedOn, parametersAt, type Duties } from '../due/duty';

const ANSWERS = ['idea.tested', 'idea.implemented', 'idea.declined'];

/** An idea is tested, taken up or declined in time by the other side. */
export const ideaAnswers: Duties = ({ reading, entries }) =>
  entries
    .filter(({ fact }) => fact.kind === 'idea.proposed')
    .flatMap((setBy) => {
      const { idea } = setBy.data;
      const about = reading.parties(learnedOn(setBy)).find((party) => party !== setBy.fact.party);
      if (typeof idea !== 'string' || about === undefined) return [];
      const doneBy = firstBehind(entries, setBy, ANSWERS, ({ data }) => data['idea'] === idea);
      const dueDay = learnedOn(setBy) + parametersAt(reading, setBy).ideaAnswerDays;
      return [dutyOfDay({ missed: 'idea.unanswered', data: { idea, about }, dueDay, parties: [about], setBy, doneBy })];
    });

/** What was forecast is reported on once its period is over, realised or missed. */
export const benefitReports: Duties = ({ reading, entries }) =>
  entries
    .filter(({ fact }) => fact.kind === 'benefit.forecast')
    .flatMap((setBy) => {
      const { benefit } = setBy.data;
      const until = dayIn(setBy, 'until');
      if (typeof benefit !== 'string' || until === null) return [];
      const isSame = ({ data }: typeof setBy): boolean => data['benefit'] === benefit;
      const doneBy = firstBehind(entries, setBy, ['benefit.realised', 'benefit.missed'], isSame);
      const dueDay = until + parametersAt(reading, setBy).reportGraceDays;
      const parties = reading.parties(learnedOn(setBy));
      return [dutyOfDay({ missed: 'benefit.unreported', data: { benefit }, dueDay, parties, setBy, doneBy })];
    });
