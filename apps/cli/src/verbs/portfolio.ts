import { logViews, portfolioOf } from '@app/ledger';
import { withAsOf, withKnownAt, type ClockOptions } from '../clocks';
import { say, sayJson } from '../output';
import { withStore } from '../place';
import { portfolioText } from '../text/portfolio';
import type { Verb } from '../verb';

/** Whoever has the command line may see all. */
const ALL = { visible: () => true, entries: true };

export const verb: Verb = (command, setting) => {
  withKnownAt(withAsOf(command)).action(async (clocks: ClockOptions) => {
    const { place, json } = setting();
    const answer = await withStore(place, 'read', (store) => portfolioOf(logViews(store), clocks, Date.now(), ALL));
    if (json) return sayJson(answer);
    say(portfolioText(answer));
  });
};
