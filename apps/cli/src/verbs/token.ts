import { issueToken, revokeToken } from '@app/access';
import type { EventStore } from '@app/event-store';
import { isSelection, logViews, partiesOf, Problem, SELECTING_PARTY, type Role } from '@app/ledger';
import { warnOfDemo } from '../demo-warning';
import { remark, say, sayJson, warn } from '../output';
import { withStore } from '../place';
import { plain } from '../text/plain';
import type { Verb } from '../verb';

/** Who holds an operator's token where nobody is named. */
const OPERATOR_MEMBER = 'operator';

interface Options {
  readonly party?: string;
  readonly member?: string;
  readonly role?: Role;
  readonly days?: string;
  readonly operator?: true;
  readonly revoke?: string;
}

export const verb: Verb = (command, setting) => {
  command
    .argument('[relationships...]', 'what it is for; a reporter may name several')
    .option('--party <party>', 'client, provider or another party; for members and sponsors')
    .option('--member <id>', 'who will bear it')
    .option('--role <role>', 'member (default), sponsor, facilitator, auditor or reporter')
    .option('--days <days>', 'until it expires')
    .option('--operator', 'for one that may create relationships, and reads none')
    .option('--revoke <id>', 'end the token of this id')
    .action(async (relationships: string[], options: Options) => {
      const { place, json } = setting();
      const { revoke, operator, party, days } = options;
      if (revoke !== undefined) {
        await withStore(place, 'write', (store) => revokeToken(store, revoke, Date.now()));
        return json ? sayJson({ id: revoke, revoked: true }) : say(`Token ${revoke} is revoked.`);
      }
      const member = options.member ?? (operator ? OPERATOR_MEMBER : undefined);
      if (member === undefined) return command.error("error: required option '--member <id>' not specified");
      if (!operator && relationships.length === 0) command.error("error: missing required argument 'relationship'");
      const issued = await withStore(place, 'write', async (store) => {
        for (const relationship of relationships) await refuseSelection(store, relationship, party);
        const token = await issueToken(
          store,
          {
            role: operator ? 'operator' : (options.role ?? 'member'),
            member,
            party,
            relationships,
            days: days === undefined ? undefined : Number(days),
          },
          Date.now(),
        );
        await warnOfDemo(store, place);
        for (const relationship of relationships) await warnOfMistyped(store, relationship, party);
        return token;
      });
      if (json) return sayJson(issued);
      say(issued.token);
      remark(
        `Id ${issued.id}, expires ${issued.expires}. The ledger keeps only its hash: this is the one time it shows.`,
      );
    });
};

/** Rivals are seen by members of the client alone; a server holds to that, too, whenever the token was issued. */
async function refuseSelection(store: EventStore, relationship: string, party: string | undefined): Promise<void> {
  if (party === SELECTING_PARTY || !(await isSelection(logViews(store), relationship))) return;
  const detail = `"${relationship}" is a partner selection: only members of its client see it`;
  throw new Problem('invalid-parameter', detail, 'party');
}

/** A token may come before what it opens; more often, a name that the ledger does not have is mistyped. */
async function warnOfMistyped(store: EventStore, relationship: string, party: string | undefined): Promise<void> {
  const parties = await partiesOf(logViews(store), relationship, Date.now());
  if (parties === null) {
    warn(`There is no relationship "${plain(relationship)}" yet; the token opens it once there is.`);
  } else if (party !== undefined && !parties.includes(party)) {
    warn(`"${plain(party)}" is no party of "${plain(relationship)}"; its parties are ${parties.join(', ')}.`);
  }
}
