import { logViews, relationshipsOf } from '@app/ledger';
import { EXIT_REJECTED, unreadableText } from '../failure';
import { say, sayJson, warn } from '../output';
import { describe, withStore } from '../place';
import { oneDecimal } from '../text/number';
import { shortened } from '../text/plain';
import { table } from '../text/table';
import type { Verb } from '../verb';

const TITLE_CHARACTERS = 40;

export const verb: Verb = (command, setting) => {
  command.action(async () => {
    const { place, json } = setting();
    const answer = await withStore(place, 'read', (store) =>
      relationshipsOf(logViews(store), Date.now(), undefined, (id, why) => {
        process.exitCode = EXIT_REJECTED;
        warn(`${id} is left out: ${unreadableText(why)}.`);
      }),
    );
    if (json) return sayJson(answer);
    if (answer.relationships.length === 0) return say(`No relationship in ${describe(place)} yet.`);
    say(
      table(
        [
          { title: 'Relationship' },
          { title: 'Title' },
          { title: 'Parties' },
          { title: 'Start' },
          { title: 'End' },
          { title: 'Entries', align: 'right' },
          { title: 'Score', align: 'right' },
          { title: 'Level' },
        ],
        answer.relationships.map(
          ({
            id,
            title,
            parties,
            start,
            end,
            entries,
            score,
            level,
            selection,
            sample,
            withoutProtocol,
            restsOnImport,
          }) => [
            id,
            `${shortened(title, TITLE_CHARACTERS)}${sample ? ' [sample]' : ''}${selection ? ' [partner selection]' : ''}${withoutProtocol === null ? '' : ' [no protocol]'}${restsOnImport === null ? '' : ' [import not accepted]'}`,
            parties.map((party) => party.name).join(', '),
            start ?? '–',
            end ?? '–',
            String(entries),
            oneDecimal(score),
            level ?? 'insufficient evidence',
          ],
        ),
      ),
    );
  });
};
