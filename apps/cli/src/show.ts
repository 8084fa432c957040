import { logViews, withoutProtocolIn, type Fact, type Views } from '@app/ledger';
import { emphasis, say, sayJson } from './output';
import { withStore } from './place';
import { nothingKnownText, type RecordedOptions } from './text/nothing-known';
import { plain } from './text/plain';
import { protocolText } from './text/protocol';
import type { Setting } from './verb';

/**
 * Asks the log about one relationship and prints the answer: as JSON, or for people under the relationship's title.
 * `text` also gets every fact of the relationship, for what the answer only names;
 * `clocks` is what was asked of the recorded clock.
 */
export async function show<Answer>(
  { place, json }: Setting,
  relationship: string,
  ask: (views: Views) => Promise<Answer>,
  text: (answer: Answer, facts: readonly Fact[]) => string,
  clocks: RecordedOptions = {},
): Promise<void> {
  await withStore(place, 'read', async (store) => {
    const views = logViews(store);
    const answer = await ask(views);
    const withoutProtocol = await withoutProtocolIn(views, relationship, clocks);
    if (json) return sayJson({ ...answer, withoutProtocol });
    const facts = (await views.facts(relationship)) ?? [];
    const row = await views.relationship(relationship);
    const title = row?.established?.['title'];
    const name = typeof title === 'string' ? `${plain(title)} (${relationship})` : relationship;
    const sample = row?.sample ? '\nA fictional sample contract.' : '';
    say(
      `${emphasis('bold', name)}${sample}${protocolText(withoutProtocol)}\n${nothingKnownText(facts, clocks)}${text(answer, facts)}`,
    );
  });
}
