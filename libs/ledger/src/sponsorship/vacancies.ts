import { dutyOfDay, firstBehind, learnedOn, parametersAt, type Duties } from '../due/duty';

/** A post that somebody left is filled within its limit: of an executive sponsor, and of a leader. */
export const vacancies: Duties = ({ reading, entries }) =>
  entries.flatMap((setBy) => {
    const { about } = setBy.data;
    const post = POSTS[setBy.fact.kind];
    if (post === undefined || typeof about !== 'string') return [];
    const { missed, filledBy, limit, words } = post;
    const doneBy = firstBehind(entries, setBy, [filledBy], ({ data }) => data['about'] === about);
    const dueDay = learnedOn(setBy) + parametersAt(reading, setBy)[limit];
    return [
      dutyOfDay({ missed, data: { about }, words: words(setBy.fact.id), dueDay, parties: [about], setBy, doneBy }),
    ];
  });

const POSTS: Readonly<
  Record<
    string,
    {
      readonly missed: string;
      readonly filledBy: string;
      readonly limit: 'sponsorVacantDays' | 'leaderVacantDays';
      /** @param entry id of the one that says that the post was left: its role is a word, which only that entry holds */
      readonly words: (entry: string) => Readonly<Record<string, string>>;
    }
  >
> = {
  'sponsor.changed': {
    missed: 'sponsor.vacant',
    filledBy: 'sponsor.appointed',
    limit: 'sponsorVacantDays',
    words: () => ({}),
  },
  'leader.departed': {
    missed: 'leader.vacant',
    filledBy: 'leader.appointed',
    limit: 'leaderVacantDays',
    words: (entry) => ({ role: `The post that entry ${entry} names` }),
  },
};
