import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import type { Role } from '@app/ledger';
import { AccessBook } from './access-book';
import { BINDINGS, may, PERMISSIONS, ROLES } from './permissions';
import { issueToken, listTokens, markDemo, markDemoLoaded, revokeToken, type TokenRequest } from './tokens';

const NOW_MS = Date.parse('2026-03-31T12:00:00Z');
const DAY_MS = 86_400_000;
const MEMBER: TokenRequest = { role: 'member', member: 'm-1', party: 'client', relationships: ['north-road'] };

describe('who may do what', () => {
  it('lets nobody write without a party, nor read entries that runs the service', () => {
    for (const role of ROLES) {
      if (may(role, 'write-entries')) expect(BINDINGS[role].party).toBe('required');
    }
    expect(PERMISSIONS.operator).not.toContain('read-entries');
    expect(PERMISSIONS.operator).not.toContain('read-score');
    expect(PERMISSIONS.reporter).not.toContain('read-entries');
    expect(ROLES.filter((role) => may(role, 'create-relationship'))).toEqual(['operator']);
  });
});

describe('tokens', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-access-'));
  let store: EventStore;
  let book: AccessBook;

  beforeAll(async () => {
    store = await openEventStore({ kind: 'sqlite', directory });
    book = new AccessBook(store);
    await book.refresh();
  });
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('says who bears one, from its first use until it expires', async () => {
    const { id, token } = await issueToken(store, { ...MEMBER, days: 2 }, NOW_MS);
    expect(token).toMatch(/^lgr_[A-Za-z0-9_-]{43}$/);
    expect(await book.authenticate(token, NOW_MS)).toEqual({
      tokenId: id,
      expiresMs: NOW_MS + 2 * DAY_MS,
      author: { member: 'm-1', role: 'member', party: 'client' },
      relationships: new Set(['north-road']),
    });
    expect(await book.authenticate(token, NOW_MS + 2 * DAY_MS - 1)).not.toBeNull();
    expect(await book.authenticate(token, NOW_MS + 2 * DAY_MS)).toBeNull();
    expect(await book.authenticate(`${token}x`, NOW_MS)).toBeNull();
  });

  it('ends one that is revoked, once', async () => {
    const { id, token } = await issueToken(store, MEMBER, NOW_MS);
    expect(await book.authenticate(token, NOW_MS)).not.toBeNull();
    await revokeToken(store, id, NOW_MS);
    await revokeToken(store, id, NOW_MS + 1);
    await book.refresh();
    expect(await book.authenticate(token, NOW_MS)).toBeNull();
    expect(book.holds(id, NOW_MS)).toBe(false);
    const listed = (await listTokens(store)).find((each) => each.id === id);
    expect(listed).toMatchObject({ member: 'm-1', revoked: new Date(NOW_MS).toISOString() });
    await expect(revokeToken(store, 'nothing', NOW_MS)).rejects.toMatchObject({ code: 'invalid-parameter' });
  });

  it('issues many at once, each to be found', async () => {
    const tokens = await Promise.all(Array.from({ length: 12 }, () => issueToken(store, MEMBER, NOW_MS)));
    for (const { token } of tokens) expect(await book.authenticate(token, NOW_MS)).not.toBeNull();
    expect(new Set(tokens.map(({ id }) => id)).size).toBe(12);
  });

  it.each<[string, Partial<TokenRequest> & { role: Role }, string]>([
    ['a role that there is not', { role: 'boss' as Role }, 'role'],
    ['a member without a party', { role: 'member', party: undefined }, 'party'],
    ['an auditor with a party', { role: 'auditor' }, 'party'],
    ['a member of two relationships', { role: 'member', relationships: ['a', 'b'] }, 'relationship'],
    ['an operator of a relationship', { role: 'operator', party: undefined }, 'relationship'],
    ['a reporter of none', { role: 'reporter', party: undefined, relationships: [] }, 'relationship'],
    ['a member of a relationship that no address can name', { role: 'member', relationships: ['..'] }, 'relationship'],
    ['a bad member id', { role: 'member', member: 'a b' }, 'member'],
    ['no days', { role: 'member', days: 0 }, 'days'],
    ['half a day', { role: 'member', days: 0.5 }, 'days'],
  ])('refuses %s', async (_what, changes, field) => {
    const { party, ...rest } = { ...MEMBER, ...changes };
    const request = party === undefined ? rest : { ...rest, party };
    await expect(issueToken(store, request, NOW_MS)).rejects.toMatchObject({ code: 'invalid-parameter', field });
  });

  it('keeps the mark of the demo for ever, and once', async () => {
    expect([book.demo, book.demoLoaded]).toEqual([false, false]);
    await markDemo(store, NOW_MS);
    await markDemo(store, NOW_MS + 1);
    await markDemoLoaded(store, NOW_MS);
    const another = new AccessBook(store);
    await another.refresh();
    expect([another.demo, another.demoLoaded]).toEqual([true, true]);
  });
});
