import { questions, type QuestionName, type QuestionParameters } from '@app/ledger';
import { withAsOf, withKnownAt, type ClockOptions } from '../clocks';
import { show } from '../show';
import { questionText } from '../text/question';
import type { Verb } from '../verb';

type Options = ClockOptions & QuestionParameters;

/** What a question can be asked with besides both clocks. */
const OPTIONS: Partial<Readonly<Record<QuestionName, readonly (readonly [flags: string, description: string])[]>>> = {
  top: [['--n <count>', 'how many (default: 20)']],
  'what-if': [
    ['--ratings <list>', 'ratings supposed: client:603:3,provider:603:2 (:unevidenced may follow)'],
    ['--weights <list>', 'weights supposed: 603:50,614:100'],
    ['--events <list>', 'events supposed: client:614:minus:major (:agreed may follow)'],
  ],
};

export function questionVerb(name: QuestionName): Verb {
  return (command, setting) => {
    withKnownAt(withAsOf(command.argument('<relationship>')));
    for (const [flags, description] of OPTIONS[name] ?? []) command.option(flags, description);
    command.action((relationship: string, options: Options) =>
      show(
        setting(),
        relationship,
        (views) => questions[name](views, relationship, options, Date.now()),
        (answer) => questionText(name, answer),
        options,
      ),
    );
  };
}
