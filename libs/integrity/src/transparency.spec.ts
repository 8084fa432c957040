import fc from 'fast-check';
import { formatCheckpoint } from './checkpoint';
import { cosign } from './cosignature';
import { keyPairOf } from './ed25519';
import { consistencyProof, EMPTY_ROOT, inclusionProof, leafHash, MerkleTree, rootOf } from './merkle-tree';
import { formatNote, formatVerifierKey, InvalidNote, signText, verifierKey, type NoteSignature } from './note';
import { InvalidPolicy, judge, MAX_POLICY_BYTES, parsePolicy } from './policy';
import {
  entriesOfBundle,
  entryBundle,
  formatTilePath,
  hashesInTiles,
  hashTile,
  hasTile,
  MAX_ENTRY_BYTES,
  parseTilePath,
  tilesOf,
  TILE_WIDTH,
} from './tiles';
import { reasonOf } from './reason';
import { formatTlogProof, MAX_PROOF_HASHES, parseTlogProof } from './tlog-proof';
import {
  decideCheckpoint,
  formatAddCheckpoint,
  MAX_ADD_CHECKPOINT_BYTES,
  parseAddCheckpoint,
  type Witnessed,
} from './witness';

const ORIGIN = 'ledger.example/road';
const log = keyPairOf(Buffer.alloc(32, 1));
const logKey = verifierKey(ORIGIN, 'ed25519', log.publicKey);

function treeOf(size: number, word = 'leaf'): MerkleTree {
  const tree = new MerkleTree();
  for (let leaf = 0; leaf < size; leaf += 1) tree.append(leafHash(Buffer.from(`${word} ${leaf}`)));
  return tree;
}

const tree = treeOf(700);

function checkpointOf(
  size: number,
  root = tree.root(size),
  more: (text: string) => NoteSignature[] = () => [],
): string {
  const text = formatCheckpoint({ origin: ORIGIN, size, root, extensions: [] });
  return formatNote({ text, signatures: [signText(text, ORIGIN, log), ...more(text)] });
}

describe('tiles', () => {
  it('lie where C2SP tlog-tiles says', () => {
    expect(formatTilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('0/x001/x234/067');
    expect(formatTilePath({ level: 'entries', index: 5, width: 7 })).toBe('entries/005.p/7');
    const widths = tilesOf(70_000).filter(({ level, width }) => level !== 'entries' && width < TILE_WIDTH);
    expect(widths).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(tilesOf(256).filter(({ level }) => level === 1)).toEqual([{ level: 1, index: 0, width: 1 }]);
    expect(tilesOf(0)).toEqual([]);
    expect(tilesOf(257)).toEqual([
      { level: 'entries', index: 0, width: 256 },
      { level: 'entries', index: 1, width: 1 },
      { level: 0, index: 0, width: 256 },
      { level: 0, index: 1, width: 1 },
      { level: 1, index: 0, width: 1 },
    ]);
    expect(parseTilePath('63/000.p/255')).toEqual({ level: 63, index: 0, width: 255 });
  });

  it('are read back from their paths, and from no others', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constant('entries' as const), fc.nat(63)),
        fc.nat(2 ** 40),
        fc.integer({ min: 1, max: TILE_WIDTH }),
        (level, index, width) => {
          expect(parseTilePath(formatTilePath({ level, index, width }))).toEqual({ level, index, width });
        },
      ),
    );
    for (const path of [
      '0',
      '0/1',
      '64/000',
      '00/000',
      '0/000.p/0',
      '0/000.p/256',
      '0/000.p/999',
      '0/x000/000',
      '0/001/002',
      'a/000',
      '../000',
      'NaN/000',
      'x/0/000',
      '0/000/',
      '0/000.p/',
      '0/000.p/1x',
      '0/x000',
      '0/00',
      '0/0000',
      `0/${'x999/'.repeat(6)}999`,
    ]) {
      expect(parseTilePath(path)).toBeNull();
    }
  });

  it('hold all that proofs need', () => {
    const tiles = new Map<string, Buffer>();
    for (const tile of tilesOf(tree.size)) {
      expect(hasTile(tree.size, tile)).toBe(true);
      if (tile.width < TILE_WIDTH) expect(hasTile(tree.size, { ...tile, width: tile.width + 1 })).toBe(false);
      if (tile.level !== 'entries')
        tiles.set(`${tile.level}/${tile.index}`, hashTile(tree, tile.level, tile.index, tile.width));
    }
    const read = hashesInTiles((level, index) => tiles.get(`${level}/${index}`));
    for (const size of [0, 1, 255, 256, 257, 511, 512, 700]) {
      expect(rootOf(read, size)).toEqual(tree.root(size));
      expect(consistencyProof(read, Math.floor(size / 2), size)).toEqual(
        consistencyProof(tree, Math.floor(size / 2), size),
      );
    }
    expect(inclusionProof(read, 300, 700)).toEqual(inclusionProof(tree, 300, 700));
    expect(() => rootOf(read, 701)).toThrow(new RangeError('no tile holds hash 700 of level 0'));
    // The hash of a full tile stands in the tile above it.
    const above = hashesInTiles((level, index) => (level === 0 ? undefined : tiles.get(`${level}/${index}`)));
    expect(rootOf(above, 512)).toEqual(tree.root(512));
    expect(() =>
      rootOf(
        hashesInTiles(() => undefined),
        1,
      ),
    ).toThrow(RangeError);
  });

  it('bundle entries behind their lengths', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (entries) => {
        expect(entriesOfBundle(entryBundle(entries))?.map((entry) => [...entry])).toEqual(
          entries.map((entry) => [...entry]),
        );
      }),
    );
    expect(entryBundle([Buffer.from('ab'), Buffer.alloc(0), Buffer.from('c')])).toEqual(
      Buffer.from('\0\x02ab\0\0\0\x01c'),
    );
    expect(entriesOfBundle(Buffer.from([0]))).toBeNull();
    expect(entriesOfBundle(Buffer.from([0, 2, 1]))).toBeNull();
    expect(entriesOfBundle(Buffer.from([0, 0, 0]))).toBeNull();
    expect(entryBundle([Buffer.alloc(MAX_ENTRY_BYTES)])).toHaveLength(2 + MAX_ENTRY_BYTES);
    expect(() => entryBundle([Buffer.alloc(MAX_ENTRY_BYTES + 1)])).toThrow(
      new RangeError('an entry of a tile has at most 65535 bytes'),
    );
  });
});

describe('a proof to be kept', () => {
  const BEGINS = 'a proof begins with "c2sp.org/tlog-proof@v1"';
  const proof = { extra: null, index: 300, hashes: inclusionProof(tree, 300, 700), checkpoint: checkpointOf(700) };

  it('is read back', () => {
    expect(parseTlogProof(formatTlogProof(proof))).toEqual(proof);
    const withExtra = { ...proof, extra: Buffer.from('more'), hashes: [] };
    expect(parseTlogProof(formatTlogProof(withExtra))).toEqual(withExtra);
    expect(formatTlogProof(withExtra).split('\n').slice(0, 3)).toEqual([
      'c2sp.org/tlog-proof@v1',
      'extra bW9yZQ==',
      'index 300',
    ]);
  });

  it.each([
    ['another first line', (text: string) => text.replace('v1', 'v2'), BEGINS],
    ['no empty line', (text: string) => text.replace('\n\n', '\n'), '" is no hash in base64'],
    [
      'an index with a zero in front',
      (text: string) => text.replace('index ', 'index 0'),
      '"index 0300" names no place',
    ],
    ['no index', (text: string) => text.replace('index', 'place'), '"place 300" names no place in a log'],
    [
      'extra data that is no base64',
      (text: string) => text.replace('index', 'extra !\nindex'),
      'data of a proof is base64',
    ],
    ['a short hash', (text: string) => text.replace('index 300\n', 'index 300\nAAAA\n'), '"AAAA" is no hash in base64'],
    [
      'too many hashes',
      (text: string) => text.replace('300\n', `300\n${`${EMPTY_ROOT.toString('base64')}\n`.repeat(MAX_PROOF_HASHES)}`),
      'a proof has at most 63 hashes',
    ],
    ['nothing', () => '', BEGINS],
    ['no end', () => 'c2sp.org/tlog-proof@v1', BEGINS],
    ['neither index nor hashes', () => 'c2sp.org/tlog-proof@v1\n\n', '"undefined" names no place in a log'],
  ])('is none with %s', (_name, change, message) => {
    const changed = change(formatTlogProof(proof));
    expect(() => parseTlogProof(changed)).toThrow(InvalidNote);
    expect(() => parseTlogProof(changed)).toThrow(message);
  });

  it('may have as many hashes as its limit', () => {
    const high = { ...proof, hashes: Array.from({ length: MAX_PROOF_HASHES }, () => EMPTY_ROOT) };
    expect(parseTlogProof(formatTlogProof(high))).toEqual(high);
  });
});

describe('a witness', () => {
  const last: Witnessed = { size: 300, root: tree.root(300) };
  const decide = (
    oldSize: number,
    checkpoint: string,
    proof = consistencyProof(tree, 300, 700),
    known: Witnessed | null = last,
  ) =>
    decideCheckpoint(
      parseAddCheckpoint(formatAddCheckpoint({ oldSize, proof, checkpoint })),
      (origin) => (origin === ORIGIN ? [logKey] : []),
      () => known,
    );
  const foreign = checkpointOf(700).replaceAll(ORIGIN, 'elsewhere.example/road');
  const other = verifierKey(ORIGIN, 'ed25519', keyPairOf(Buffer.alloc(32, 5)).publicKey);

  it('takes what is consistent with what it cosigned last', () => {
    expect(decide(300, checkpointOf(700))).toMatchObject({ status: 200, checkpoint: { size: 700 } });
    expect(decide(0, checkpointOf(700), [], null)).toMatchObject({ status: 200 });
    expect(decide(0, checkpointOf(0), [], null)).toMatchObject({ status: 200 });
    expect(decide(300, checkpointOf(300), [])).toMatchObject({ status: 200 });
  });

  it.each([
    [
      'a log that it does not know',
      () => decide(300, foreign),
      404,
      'the log elsewhere.example/road is not known here',
    ],
    [
      'a signature that does not hold',
      () => decide(300, checkpointOf(700).replace('\n700\n', '\n701\n')),
      403,
      'does not hold',
    ],
    [
      'what is no checkpoint',
      () => decide(300, formatNote({ text: 'a\n', signatures: [signText('a\n', 'a', log)] })),
      400,
      'a checkpoint has an origin',
    ],
    ['what is no note', () => decide(300, 'a\n'), 400, 'a note has a text'],
    ['an older tree', () => decide(301, checkpointOf(300), []), 400, 'a tree of 300 leaves is older than 301'],
    ['another old size', () => decide(299, checkpointOf(700), consistencyProof(tree, 299, 700)), 409, undefined],
    [
      'an old size where it knows none',
      () => decide(300, checkpointOf(700), consistencyProof(tree, 300, 700), null),
      409,
      undefined,
    ],
    ['another tree', () => decide(300, checkpointOf(700, treeOf(700, 'other').root())), 422, 'leads to another root'],
    [
      'another tree of the same size',
      () => decide(300, checkpointOf(300, treeOf(300, 'other').root()), []),
      422,
      'trees of one size',
    ],
    ['a proof where none is due', () => decide(0, checkpointOf(700), [EMPTY_ROOT], null), 422, 'every tree begins'],
    ['another empty tree', () => decide(0, checkpointOf(0, Buffer.alloc(32)), [], null), 422, 'different roots'],
  ])('refuses %s', (_name, decided, status, reason) => {
    const told = reason === undefined ? {} : { reason: expect.stringContaining(reason) };
    expect(decided()).toMatchObject({ status, ...told });
  });

  it('refuses a checkpoint that only a key unknown to it signed', () => {
    const request = { oldSize: 300, proof: [], checkpoint: checkpointOf(700) };
    expect(
      decideCheckpoint(
        request,
        () => [other],
        () => null,
      ),
    ).toEqual({ status: 403, reason: `no known key of ${ORIGIN} signed it` });
  });

  it('tells the size that it cosigned last', () => {
    expect(decide(0, checkpointOf(700), [])).toEqual({ status: 409, size: 300 });
  });

  it.each([
    ['no old size', 'new 1\n\nnote', '"new 1" names no old size'],
    ['an old size with a zero in front', 'old 01\n\nnote', '"old 01" names no old size'],
    ['no empty line', 'old 1\nnote', 'a request has an old size, a proof, an empty line'],
    ['too many bytes', `old 1\n\n${'ü'.repeat(MAX_ADD_CHECKPOINT_BYTES / 2)}`, 'a request has at most 131072 bytes'],
    ['a hash that is none', 'old 1\nAAAA\n\nnote', '"AAAA" is no hash in base64'],
  ])('takes no request with %s', (_name, body, message) => {
    expect(() => parseAddCheckpoint(body)).toThrow(InvalidNote);
    expect(() => parseAddCheckpoint(body)).toThrow(message);
  });

  it('takes a request as large as its limit, as it is written', () => {
    const start = `old 1\n${EMPTY_ROOT.toString('base64')}\n\n`;
    const checkpoint = 'a'.repeat(MAX_ADD_CHECKPOINT_BYTES - start.length);
    const request = { oldSize: 1, proof: [EMPTY_ROOT], checkpoint };
    expect(formatAddCheckpoint(request)).toBe(start + checkpoint);
    expect(parseAddCheckpoint(start + checkpoint)).toEqual(request);
  });
});

describe('a reason', () => {
  it('is given for refusals alone', () => {
    expect(reasonOf(new InvalidNote('because'), InvalidNote)).toBe('because');
    expect(() => reasonOf(new RangeError('a mistake'), InvalidNote)).toThrow('a mistake');
  });
});

describe('a policy', () => {
  const parties = ['client', 'provider'].map((name, index) => {
    const keys = keyPairOf(Buffer.alloc(32, 10 + index));
    return { name, keys, key: verifierKey(`witness.example/${name}`, 'cosignature', keys.publicKey) };
  });
  const [client, provider] = parties as [(typeof parties)[0], (typeof parties)[0]];
  const lines = [
    '# all parties have seen it',
    '',
    `log ${formatVerifierKey(logKey)} https://ledger.example/road`,
    ...parties.map(({ name, key }) => `witness\t${name}  ${formatVerifierKey(key)}`),
    'group parties all client provider',
    'quorum parties',
  ];
  const policy = parsePolicy(`${lines.join('\n')}\n`);
  const note = (...by: (typeof parties)[0][]) => {
    const text = formatCheckpoint({ origin: ORIGIN, size: 700, root: tree.root(), extensions: [] });
    const cosigned = by.map(({ key, keys }) => cosign(text, key.name, keys, 1_700_000_000));
    return { text, signatures: [signText(text, ORIGIN, log), ...cosigned] };
  };

  it('says who must have seen a checkpoint', () => {
    expect(policy.logs[0]?.url).toBe('https://ledger.example/road');
    expect(judge(note(), policy)).toMatchObject({ checkpoint: { size: 700 }, signers: [logKey], quorum: false });
    expect(judge(note(client), policy).quorum).toBe(false);
    expect(policy.witnesses).toEqual(parties.map(({ name, key }) => ({ name, key, url: null })));
    expect(parsePolicy(` log ${formatVerifierKey(logKey)}\t\nquorum none`).logs).toEqual([{ key: logKey, url: null }]);
    expect(parsePolicy(`#${' '.repeat(MAX_POLICY_BYTES - 13)}\nquorum none`).quorum).toBe('none');
    expect(judge(note(client, provider), policy)).toMatchObject({ quorum: true });
    expect([...judge(note(provider), policy).cosignatures.keys()]).toEqual(['provider']);
  });

  it.each([
    ['group any any client provider\nquorum any', true],
    ['group two 2 client provider\nquorum two', false],
    ['group one any client\ngroup both all one provider\nquorum both', false],
    ['group one any client\ngroup either any one provider\nquorum either', true],
    ['quorum client', true],
    ['quorum provider', false],
    ['quorum none', true],
  ])('counts: %s', (quorum, reached) => {
    const counted = parsePolicy([...lines.slice(0, 5), quorum].join('\n'));
    expect(judge(note(client), counted).quorum).toBe(reached);
  });

  it('looks at each group once, however they name each other', () => {
    const pairs = Array.from({ length: 60 }, (_, level) => {
      const below = level === 0 ? 'client provider' : `left${level - 1} right${level - 1}`;
      return `group left${level} 2 ${below}\ngroup right${level} any ${below}`;
    });
    const chain = Array.from({ length: 9_000 }, (_, at) => `group c${at} any ${at === 0 ? 'client' : `c${at - 1}`}`);
    for (const [groups, quorum, reached] of [
      [pairs, 'left59', false],
      [pairs, 'right59', true],
      [chain, 'c8999', true],
    ] as const) {
      const counted = parsePolicy([...lines.slice(0, 5), ...groups, `quorum ${quorum}`].join('\n'));
      expect(judge(note(client), counted).quorum).toBe(reached);
    }
  });

  it('believes no other log, and no log under another name', () => {
    const stranger = verifierKey(ORIGIN, 'ed25519', keyPairOf(Buffer.alloc(32, 9)).publicKey);
    const renamed = verifierKey('ledger.example/other', 'ed25519', log.publicKey);
    for (const key of [stranger, renamed]) {
      const unbelieving = parsePolicy(`log ${formatVerifierKey(key)}\nquorum none`);
      expect(() => judge(note(), unbelieving)).toThrow('no log of the policy signed');
    }
    // A log of the policy is believed for its own checkpoints, not for those of another.
    const { text } = note();
    const usurped = { text, signatures: [signText(text, renamed.name, log)] };
    const believing = parsePolicy(`log ${formatVerifierKey(renamed)}\nquorum none`);
    expect(() => judge(usurped, believing)).toThrow(`no log of the policy signed the checkpoint of ${ORIGIN}`);
  });

  const key = formatVerifierKey(logKey);
  const witnessKey = formatVerifierKey(client.key);
  it.each([
    ['no quorum', `log ${key}`, 'names its quorum'],
    ['two quorums', 'quorum none\nquorum none', 'line 2: a policy has one quorum'],
    ['a quorum of two names', 'quorum none none', 'one quorum'],
    ['a quorum of nobody', 'quorum', 'no witness and no group ""'],
    ['a quorum that stands nowhere', 'quorum parties', 'no witness and no group "parties"'],
    ['a word of its own', 'trust everyone', '"trust" is none of'],
    ['a log without a key', 'log', 'no verifier key'],
    ['a log with the key of a witness', `log ${witnessKey}`, 'not one of a log'],
    ['a witness with the key of a log', `witness a ${key}`, 'not one of a witness'],
    ['a log that comes twice', `log ${key}\nlog ${key}`, 'comes twice'],
    ['a witness that comes twice', `witness a ${witnessKey}\nwitness b ${witnessKey}`, 'comes twice'],
    ['a log with too many words', `log ${key} url more`, 'perhaps an address'],
    ['a witness with too many words', `witness a ${witnessKey} url more`, 'perhaps an address'],
    ['a witness of no name', 'witness', 'cannot be a new name'],
    ['a witness named none', `witness none ${witnessKey}`, 'cannot be a new name'],
    ['a name that comes twice', `witness a ${witnessKey}\ngroup a any a`, 'cannot be a new name'],
    ['an empty group', 'group a any', 'no witness and no group ""'],
    ['a group of strangers', 'group a any b', 'no witness and no group "b"'],
    ['a member that comes twice', `witness a ${witnessKey}\ngroup b any a a`, 'comes twice'],
    ['too much asked', `witness a ${witnessKey}\ngroup b 2 a`, '"2" is none of all, any, 1 to 1'],
    ['a word for a number', `witness a ${witnessKey}\ngroup b most a`, '"most" is none of'],
    ['nothing asked', `witness a ${witnessKey}\ngroup b 0 a`, '"0" is none of'],
    ['too many bytes', '#'.repeat(MAX_POLICY_BYTES + 1), 'at most'],
  ])('is none with %s', (_name, text, message) => {
    expect(() => parsePolicy(text)).toThrow(InvalidPolicy);
    expect(() => parsePolicy(text)).toThrow(message);
  });
});
