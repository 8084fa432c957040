import { listTokens } from '@app/access';
import { say, sayJson } from '../output';
import { withStore } from '../place';
import { table } from '../text/table';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  command.action(async () => {
    const { place, json } = setting();
    const tokens = await withStore(place, 'read', listTokens);
    if (json) return sayJson({ tokens });
    if (tokens.length === 0) return say('No token was issued yet.');
    const now = new Date().toISOString();
    say(
      table(
        [
          { title: 'Id' },
          { title: 'Role' },
          { title: 'Member' },
          { title: 'Party' },
          { title: 'Relationships' },
          { title: 'Expires' },
          { title: 'State' },
        ],
        tokens.map(({ id, role, member, party, relationships, expires, revoked }) => [
          id,
          role,
          member,
          party ?? '–',
          relationships.join(', ') || '–',
          expires,
          revoked !== null ? `revoked ${revoked}` : expires <= now ? 'expired' : 'valid',
        ]),
      ),
    );
  });
};
