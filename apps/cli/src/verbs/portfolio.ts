import { extractsOf, logViews, portfolioOf, Problem } from '@app/ledger';
import { withAsOf, withKnownAt, type ClockOptions } from '../clocks';
import { say, sayJson } from '../output';
import { withStore } from '../place';
import { extractsText } from '../text/extract';
import { portfolioText } from '../text/portfolio';
import type { Verb } from '../verb';

/** Whoever has the command line may see all. */
const ALL = { visible: () => true, entries: true };

const CLOCKS: readonly string[] = ['asOf', 'knownAt', 'clock'];

export const verb: Verb = (command, setting) => {
  withKnownAt(withAsOf(command));
  command.option('--extract', 'what the parties agreed to give to research, as they agreed to it');
  command.action(async ({ extract, ...clocks }: ClockOptions & { readonly extract?: true }) => {
    const { place, json } = setting();
    if (extract === true) {
      if (Object.keys(clocks).some((name) => CLOCKS.includes(name)))
        throw new Problem('invalid-parameter', 'extract: its dates are those that the parties agreed to', 'extract');
      const extracts = await withStore(place, 'read', (store) => extractsOf(logViews(store), Date.now(), ALL));
      return json ? sayJson(extracts) : say(extractsText(extracts));
    }
    const answer = await withStore(place, 'read', (store) => portfolioOf(logViews(store), clocks, Date.now(), ALL));
    if (json) return sayJson(answer);
    say(portfolioText(answer));
  });
};
