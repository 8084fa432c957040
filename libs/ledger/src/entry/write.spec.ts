import { randomBytes } from 'node:crypto';
import { SALT_BYTES, sha256OfJson } from '@app/integrity';
import { checkBody } from './check';
import { contentOf } from './content';
import { envelopeOf, isWrittenBy } from './read';
import { emptyLedger } from './evolve';
import { commandIdOf } from './command-id';
import { writeEntry } from './write';

const BODY = { kind: 'note.logged', effective: '2026-04-30', text: 'Alex Smith was off sick' };
const HASH = sha256OfJson(BODY);

/** The same command by the same member, as it is stored with a salt of its own. */
function written() {
  const state = emptyLedger('relationship-road');
  const place = { recorded: Date.UTC(2026, 4, 1), order: 0 };
  const author = { party: 'client', member: 'm-1', loggedBy: null };
  return writeEntry(state, contentOf(state, checkBody(BODY, 'live'), author, 'live', place), {
    commandId: commandIdOf('road', 'm-1', 'key'),
    commandHash: HASH,
    salt: randomBytes(SALT_BYTES).toString('base64url'),
    recorded: place.recorded,
    importedAs: null,
  });
}

describe('what is stored of an entry', () => {
  it('says nothing by which erased words could be found by trying', () => {
    const [first, second] = [written(), written()].map((event) => {
      const { commandId: _ofTheKey, ...envelope } = envelopeOf(event);
      return { ...envelope, eventId: event.id };
    });
    const differing = Object.entries(first ?? {}).flatMap(([name, value]) =>
      JSON.stringify(value) === JSON.stringify(second?.[name as keyof typeof second]) ? [] : [name],
    );
    expect(differing.toSorted()).toEqual(['commandHash', 'commitment', 'eventId', 'id']);
    expect(JSON.stringify(first)).not.toContain(HASH);
  });

  it('tells the command that wrote it from another one, as long as there is a salt', () => {
    const event = written();
    const another = sha256OfJson({ ...BODY, text: 'something else' });
    expect([isWrittenBy(HASH, event), isWrittenBy(another, event)]).toEqual([true, false]);
    expect(isWrittenBy(another, { ...event, metadata: {} })).toBe(true);
  });
});
