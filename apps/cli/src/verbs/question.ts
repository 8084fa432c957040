import {
  EvidenceFiles,
  questions,
  type QuestionName,
  type QuestionParameters,
  type RegisterDates,
  type Story,
  type ToRate,
} from '@app/ledger';
import { withAsOf, withKnownAt, type ClockOptions } from '../clocks';
import { hashesIn } from '../files/hashes-in';
import { show } from '../show';
import { questionText } from '../text/question';
import { storyText } from '../text/story';
import { toRateText } from '../text/to-rate';
import type { Verb } from '../verb';

type Options = ClockOptions & Omit<QuestionParameters, 'files' | 'here'> & { readonly files?: string };

/** What a question can be asked with besides both clocks. */
const OPTIONS: Partial<Readonly<Record<QuestionName, readonly (readonly [flags: string, description: string])[]>>> = {
  unanswered: [['--party <party>', 'only what waits for this party']],
  'evidence-check': [['--files <dir>', 'compare with the files in this directory, by their SHA-256']],
  top: [['--n <count>', 'how many (default: 20)']],
  story: [['--months <count>', 'months back, that of the day included (default: 12)']],
  'audit-sample': [
    [
      '--seed <digits>',
      'what the draw rests on, such as twenty throws of a ten-sided die once the population is closed',
    ],
    ['--size <count>', 'how many are drawn (default: 25)'],
    ['--ledger-size <count>', 'only the first entries of the ledger, as many as the answer names'],
  ],
  'what-if': [
    ['--ratings <list>', 'ratings supposed: client:603:3,provider:603:2 (:unevidenced may follow)'],
    ['--weights <list>', 'weights supposed: 603:50,614:100'],
    ['--events <list>', 'events supposed: client:614:minus:major (:agreed may follow)'],
  ],
};

/** Questions whose answer is no table. */
const TEXTS: Partial<Readonly<Record<QuestionName, (answer: RegisterDates) => string>>> = {
  'to-rate': (answer) => toRateText(answer as ToRate),
  story: (answer) => storyText(answer as Story),
};

export function questionVerb(name: QuestionName): Verb {
  return (command, setting) => {
    withKnownAt(withAsOf(command.argument('<relationship>')));
    for (const [flags, description] of OPTIONS[name] ?? []) command.option(flags, description);
    command.action((relationship: string, { files, ...options }: Options) => {
      const { place } = setting();
      const here = name === 'evidence-check' ? { here: new EvidenceFiles(place.directory).hashes(relationship) } : {};
      return show(
        setting(),
        relationship,
        async (views) => {
          const asked = { ...options, ...here, ...(files !== undefined && { files: await hashesIn(files) }) };
          return questions[name](views, relationship, asked, Date.now());
        },
        TEXTS[name] ?? ((answer) => questionText(name, answer)),
        options,
      );
    });
  };
}
