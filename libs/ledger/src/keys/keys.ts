import { partyKeyIdOf, publicKeyOfHex } from '@app/integrity';
import type { Content } from '../entry/content';
import { notNow, type Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import { textOf } from './party-keys';

/** Whoever reports what a court said speaks for no party of its own. */
function mustBeOwn({ party, kind }: Content): void {
  if (party === 'third-party') throw invalid('party', `nothing: ${kind} is a party’s own`);
}

export const keysRules: Rules = {
  'key.registered': ({ keys }, content) => {
    mustBeOwn(content);
    const { keyId, publicKey: hex } = content.data;
    const publicKey = publicKeyOfHex(textOf(hex));
    if (publicKey === null) throw invalid('data.publicKey', 'a key of Ed25519 as 64 lower-case hex digits');
    const id = partyKeyIdOf(publicKey);
    if (keyId !== id) throw invalid('data.keyId', `${id}, the beginning of the SHA-256 of the key`);
    if (keys.byId.has(id)) throw notNow('a key is registered once: make a new one', 'data.publicKey');
  },
  'key.revoked': ({ keys }, content) => {
    mustBeOwn(content);
    const id = textOf(content.data['keyId']);
    const key = keys.byId.get(id);
    if (key?.party !== content.party) throw notNow(`${content.party} has no key ${id}`, 'data.keyId');
    if (key.is === 'revoked') throw notNow(`the key ${id} is revoked already`, 'data.keyId');
  },
};
