import { logViews, onRecordIn, type Fact, type Views } from '@app/ledger';
import type { ClockOptions } from './clocks';
import { emphasis, say, sayJson } from './output';
import { withStore } from './place';
import { onRecordText } from './text/on-record';
import { nothingKnownText, type RecordedOptions } from './text/nothing-known';
import { plain } from './text/plain';
import type { Setting } from './verb';

/**
 * Asks the log about one relationship and prints the answer: as JSON, or for people under the relationship's title.
 * `text` also gets every fact of the relationship, for what the answer only names;
 * `clocks` is what was asked of both clocks.
 */
export async function show<Answer>(
  { place, json }: Setting,
  relationship: string,
  ask: (views: Views) => Promise<Answer>,
  text: (answer: Answer, facts: readonly Fact[]) => string,
  clocks: RecordedOptions & Pick<ClockOptions, 'asOf'> = {},
): Promise<void> {
  await withStore(place, 'read', async (store) => {
    const views = logViews(store);
    const answer = await ask(views);
    const onRecord = await onRecordIn(views, relationship, clocks, Date.now());
    if (json) return sayJson({ ...answer, ...onRecord });
    const facts = (await views.facts(relationship)) ?? [];
    const row = await views.relationship(relationship);
    const title = row?.established?.['title'];
    const name = typeof title === 'string' ? `${plain(title)} (${relationship})` : relationship;
    const sample = row?.sample ? '\nA fictional sample contract.' : '';
    say(
      `${emphasis('bold', name)}${sample}${onRecordText(onRecord)}\n${nothingKnownText(facts, clocks)}${text(answer, facts)}`,
    );
  });
}
