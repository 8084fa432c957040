import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { bytesOfBase64, numberAfter, numberOfDecimal } from './base64';
import { formatCheckpoint, parseCheckpoint } from './checkpoint';
import { cosign, cosignaturesOf } from './cosignature';
import { isSigned, keyPairOf, seedOf, signBytes } from './ed25519';
import {
  formatNote,
  formatSignature,
  formatVerifierKey,
  InvalidNote,
  MAX_NOTE_BYTES,
  MAX_NOTE_SIGNATURES,
  parseNote,
  parseSignature,
  parseVerifierKey,
  signersOf,
  signText,
  verifierKey,
} from './note';

// The worked example of C2SP signed-note.
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE_NOTE = `This is an example message.

\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

const log = keyPairOf(Buffer.alloc(32, 1));
const witness = keyPairOf(Buffer.alloc(32, 2));
const logKey = verifierKey('ledger.example/road', 'ed25519', log.publicKey);
const witnessKey = verifierKey('witness.example/client', 'cosignature', witness.publicKey);
const TEXT = formatCheckpoint({ origin: logKey.name, size: 3, root: Buffer.alloc(32, 9), extensions: [] });
const SIGNATURE = signText(TEXT, logKey.name, log);

describe('a signed note', () => {
  it('is read as the standard shows it', () => {
    const key = parseVerifierKey(EXAMPLE_KEY);
    const note = parseNote(EXAMPLE_NOTE);
    expect(key).toMatchObject({ name: 'example.com/foo', id: '530d903a', type: 'ed25519' });
    expect(formatVerifierKey(key)).toBe(EXAMPLE_KEY);
    expect(note.text).toBe('This is an example message.\n');
    expect(signersOf(note, [key])).toEqual([key]);
    expect(formatNote(note)).toBe(EXAMPLE_NOTE);
  });

  it('is signed by nobody with a key for which anybody can sign', () => {
    const neutral = Buffer.alloc(32);
    neutral[0] = 1;
    expect(isSigned(neutral, Buffer.from(TEXT), Buffer.concat([neutral, Buffer.alloc(32)]))).toBe(false);
  });

  it('is signed by those who signed it, and by nobody else', () => {
    const note = parseNote(formatNote({ text: TEXT, signatures: [SIGNATURE] }));
    const other = verifierKey(logKey.name, 'ed25519', keyPairOf(randomBytes(32)).publicKey);
    expect(signersOf(note, [other, logKey, witnessKey])).toEqual([logKey]);
    expect(signersOf(note, [other])).toEqual([]);
    // Names and ids are looked at together: whoever took one of them has not signed.
    const [renamed, changed] = [
      { ...SIGNATURE, name: 'ledger.example/other', signature: Buffer.alloc(64) },
      { ...SIGNATURE, id: '00000000', signature: Buffer.alloc(64) },
    ];
    expect(signersOf({ text: TEXT, signatures: [renamed, changed] }, [logKey])).toEqual([]);
    expect(signersOf({ text: TEXT, signatures: [renamed, SIGNATURE, changed] }, [logKey])).toEqual([logKey]);
  });

  it('is refused where a known key’s signature does not hold', () => {
    const changed = TEXT.replace('\n3\n', '\n4\n');
    expect(() => signersOf({ text: changed, signatures: [SIGNATURE] }, [logKey])).toThrow(
      new InvalidNote('the signature of ledger.example/road does not hold'),
    );
    const second = { ...SIGNATURE, signature: Buffer.alloc(64) };
    expect(() => signersOf({ text: TEXT, signatures: [SIGNATURE, second] }, [logKey])).toThrow('does not hold');
  });

  it('may have empty lines in its text, and more than one signature', () => {
    const text = 'a\n\nb\n\n';
    expect(parseNote(formatNote({ text, signatures: [SIGNATURE] })).text).toBe(text);
    const twice = formatNote({ text, signatures: [SIGNATURE, SIGNATURE] });
    expect(twice).toBe(`${text}\n${formatSignature(SIGNATURE)}\n${formatSignature(SIGNATURE)}\n`);
  });

  it('may be as large as its limits', () => {
    const line = `${formatSignature(SIGNATURE)}\n`;
    const rest = MAX_NOTE_BYTES - Buffer.byteLength(line) - 2;
    expect(parseNote(`${'a'.repeat(rest)}\n\n${line}`).text).toHaveLength(rest + 1);
    expect(parseNote(`a\n\n${line.repeat(MAX_NOTE_SIGNATURES)}`).signatures).toHaveLength(MAX_NOTE_SIGNATURES);
    // A signature of one byte is none that holds, but that is for its reader to say.
    const short = { name: 'name', id: '00000000', signature: Buffer.alloc(1) };
    expect(parseNote(`ü \u007f\n\n${formatSignature(short)}\n`)).toEqual({ text: 'ü \u007f\n', signatures: [short] });
  });

  const LINE = formatSignature(SIGNATURE);
  const parts = 'a note has a text, an empty line and signatures';
  const control = 'a note is UTF-8 without control characters';
  it.each([
    ['no signatures', 'a text\n', parts],
    ['no empty line', `a text\n${LINE}\n`, parts],
    ['no end', `${TEXT}\n${LINE}`, parts],
    ...['\0', '\t', '\v', '\r', '\x1f'].map((each) => ['a control character', `a${each}b\n\n${LINE}\n`, control]),
    ['half of a surrogate pair', `\ud800\n\n${LINE}\n`, control],
    ['too many bytes', `${'ü'.repeat(MAX_NOTE_BYTES / 2)}\n\n${LINE}\n`, 'a note has at most 65536 bytes'],
    ['too many signatures', `a\n\n${`${LINE}\n`.repeat(MAX_NOTE_SIGNATURES + 1)}`, 'a note has at most 64 signatures'],
    ['no dash', `a\n\n${LINE.slice(2)}\n`, `"${LINE.slice(2)}" is no line of a signature`],
    ['a word before the dash', `a\n\na${LINE}\n`, `"a${LINE}" is no line of a signature`],
    ['a line of three words', `a\n\n${LINE} more\n`, 'more" is no line of a signature'],
    ['an empty line of a signature', `a\n\n\n`, '"" is no line of a signature'],
    ['a plus in a name', `a\n\n\u2014 a+b ${Buffer.alloc(68).toString('base64')}\n`, 'is no line of a signature'],
    ['a space in a name', `a\n\n\u2014 a\u2003b ${Buffer.alloc(68).toString('base64')}\n`, 'is no line of a signature'],
    [
      'a signature that is no base64',
      `a\n\n\u2014 name ${'='.repeat(8)}\n`,
      'name ========" is no line of a signature',
    ],
    [
      'an empty signature',
      `a\n\n\u2014 name ${Buffer.alloc(4).toString('base64')}\n`,
      'the signature of name is empty',
    ],
  ])('is no note with %s', (_name, note, message) => {
    expect(() => parseNote(note)).toThrow(InvalidNote);
    expect(() => parseNote(note)).toThrow(message);
    expect(new InvalidNote('').name).toBe('InvalidNote');
  });

  it('is not made of a text without an end', () => {
    expect(() => formatNote({ text: 'a', signatures: [SIGNATURE] })).toThrow('ends in a newline');
  });
});

describe('a verifier key', () => {
  const unknown = 'is no verifier key of a known type';
  it.each([
    ['no plus', 'name', '"name" is no verifier key of a known type'],
    ['an unknown type', `name+00000000+${Buffer.alloc(33, 7).toString('base64')}`, unknown],
    ['no bytes', 'name+00000000+', unknown],
    ['the id of another', EXAMPLE_KEY.replace('530d903a', '530d903b'), 'should have the id 530d903a'],
    ['no name', EXAMPLE_KEY.replace('example.com/foo', ''), '"" is no name of a key'],
    ['a space in its name', EXAMPLE_KEY.replace('/', ' '), '"example.com foo" is no name of a key'],
    ['a control character in its name', EXAMPLE_KEY.replace('/', '\x01'), 'is no name of a key'],
    ['too few bytes', `name+00000000+${Buffer.alloc(32, 1).toString('base64')}`, 'a key has 32 bytes, not 31'],
    ['what is no base64', EXAMPLE_KEY.slice(0, -1), unknown],
    ['a line behind it', `${EXAMPLE_KEY}\n`, unknown],
  ])('is none with %s', (_name, text, message) => {
    expect(() => parseVerifierKey(text)).toThrow(InvalidNote);
    expect(() => parseVerifierKey(text)).toThrow(message);
  });

  it.each(['', ' ', 'a ', ' a', 'a+b', 'a\u00a0', '\0'])('has a name, which "%s" is not', (name) => {
    expect(() => verifierKey(name, 'ed25519', log.publicKey)).toThrow(new InvalidNote(`"${name}" is no name of a key`));
  });

  it('tells the key of a log from that of a witness by its first byte', () => {
    expect(formatVerifierKey(logKey)).toContain(`+${Buffer.from([1, ...log.publicKey]).toString('base64')}`);
    expect(formatVerifierKey(witnessKey)).toContain(`+${Buffer.from([4, ...witness.publicKey]).toString('base64')}`);
  });

  it('is read back whatever its bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.constantFrom('ed25519', 'cosignature'),
        (key, type) => {
          const made = verifierKey('some.example/name', type, key);
          expect(parseVerifierKey(formatVerifierKey(made))).toEqual(made);
        },
      ),
    );
  });
});

describe('Ed25519', () => {
  it('signs with a pair that is made again from its seed', () => {
    const pair = keyPairOf(randomBytes(32));
    const again = keyPairOf(seedOf(pair));
    const message = Buffer.from('message');
    expect(again.publicKey).toEqual(pair.publicKey);
    expect(isSigned(pair.publicKey, message, signBytes(again, message))).toBe(true);
    expect(isSigned(pair.publicKey, Buffer.from('another'), signBytes(again, message))).toBe(false);
    expect(isSigned(pair.publicKey, message, Buffer.alloc(63))).toBe(false);
    expect(isSigned(Buffer.alloc(31), message, signBytes(again, message))).toBe(false);
    expect(() => keyPairOf(Buffer.alloc(31))).toThrow(new RangeError('a key has 32 bytes, not 31'));
  });

  it('gives the signature of RFC 8032, section 7.1, test 2', () => {
    const pair = keyPairOf(Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex'));
    expect(pair.publicKey.toString('hex')).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    expect(signBytes(pair, Buffer.from([0x72])).toString('hex')).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });
});

describe('a checkpoint', () => {
  it('is three lines, and perhaps more', () => {
    const checkpoint = { origin: 'a', size: 20_852_163, root: Buffer.alloc(32, 3), extensions: ['more'] };
    expect(formatCheckpoint(checkpoint)).toBe(`a\n20852163\n${checkpoint.root.toString('base64')}\nmore\n`);
    for (const extensions of [[], ['more'], ['more', 'and more']]) {
      const extended = { ...checkpoint, extensions };
      expect(parseCheckpoint(formatCheckpoint(extended))).toEqual(extended);
    }
  });

  const root = Buffer.alloc(32, 3).toString('base64');
  const lines = 'a checkpoint has an origin, a size and a root, a line each';
  it.each([
    ['no origin', `\n1\n${root}\n`, lines],
    ['an empty line before it', `\na\n1\n${root}\n`, lines],
    ['nothing', '', lines],
    ['no root', 'a\n1\n', lines],
    ['no end', `a\n1\n${root}\nmore`, lines],
    ['a size with a zero in front', `a\n01\n${root}\n`, '"01" is no size of a tree'],
    ['a size below zero', `a\n-1\n${root}\n`, '"-1" is no size of a tree'],
    ['a size that no double holds', `a\n9007199254740993\n${root}\n`, '"9007199254740993" is no size of a tree'],
    ['a short root', `a\n1\n${Buffer.alloc(31).toString('base64')}\n`, 'AA==" is no root of a tree'],
    ['a root that is no base64', `a\n1\n${root.slice(1)}\n`, `"${root.slice(1)}" is no root of a tree`],
    ['an empty line', `a\n1\n${root}\n\nb\n`, lines],
    ['an empty line behind it', `a\n1\n${root}\n\n`, lines],
  ])('is none with %s', (_name, text, message) => {
    expect(() => parseCheckpoint(text)).toThrow(InvalidNote);
    expect(() => parseCheckpoint(text)).toThrow(message);
  });
});

describe('a cosignature', () => {
  const TIME = 1_679_315_147;
  const cosignature = cosign(TEXT, witnessKey.name, witness, TIME);

  it('says who saw the checkpoint, and when', () => {
    const note = { text: TEXT, signatures: [SIGNATURE, cosignature] };
    expect(cosignaturesOf(note, [witnessKey, logKey])).toEqual([{ key: witnessKey, timestamp: TIME }]);
    const other = verifierKey('witness.example/other', 'cosignature', keyPairOf(randomBytes(32)).publicKey);
    expect(cosignaturesOf(note, [other])).toEqual([]);
    expect(signersOf(note, [witnessKey])).toEqual([]);
    const renamed = { ...cosignature, name: 'witness.example/other', signature: Buffer.alloc(72) };
    const changed = { ...cosignature, id: '00000000', signature: Buffer.alloc(72) };
    expect(cosignaturesOf({ text: TEXT, signatures: [renamed, changed] }, [witnessKey])).toEqual([]);
  });

  it('signs what C2SP tlog-cosignature says, behind the time', () => {
    const message = Buffer.from(`cosignature/v1\ntime 1679315147\n${TEXT}`);
    expect(cosignature).toMatchObject({ name: witnessKey.name, id: witnessKey.id });
    expect(cosignature.signature.toString('hex', 0, 8)).toBe(`00000000${TIME.toString(16)}`);
    expect(cosignature.signature.subarray(8)).toEqual(signBytes(witness, message));
  });

  it('holds for its text and its time alone', () => {
    const later = Buffer.from(cosignature.signature);
    later.writeBigUInt64BE(BigInt(TIME + 1));
    const beyond = Buffer.from(cosignature.signature);
    beyond.writeBigUInt64BE(2n ** 63n);
    for (const note of [
      { text: TEXT.replace('\n3\n', '\n4\n'), signatures: [cosignature] },
      { text: TEXT, signatures: [{ ...cosignature, signature: later }] },
      { text: TEXT, signatures: [{ ...cosignature, signature: beyond }] },
      { text: TEXT, signatures: [{ ...cosignature, signature: cosignature.signature.subarray(1) }] },
      { text: TEXT, signatures: [{ ...cosignature, signature: Buffer.alloc(1) }] },
      // Signed as it should be, at a time that no double holds for certain.
      { text: TEXT, signatures: [cosign(TEXT, witnessKey.name, witness, 2 ** 53)] },
    ]) {
      expect(() => cosignaturesOf(note, [witnessKey])).toThrow(
        new InvalidNote('the cosignature of witness.example/client does not hold'),
      );
    }
  });

  it('is another key than that of a log with the same bytes', () => {
    expect(verifierKey('a', 'ed25519', witness.publicKey).id).not.toBe(
      verifierKey('a', 'cosignature', witness.publicKey).id,
    );
    expect(parseSignature(formatSignature(cosignature))).toEqual(cosignature);
  });
});

describe('numbers and bytes as text', () => {
  it('have one way to be written', () => {
    expect(['0', '10', '9007199254740991'].map(numberOfDecimal)).toEqual([0, 10, 2 ** 53 - 1]);
    for (const other of ['00', '', '01', '1a', 'a1', '1\n', '-1', '1.0', '9007199254740992']) {
      expect([other, numberOfDecimal(other)]).toEqual([other, null]);
    }
    expect(numberAfter('old', 'old 70')).toBe(70);
    for (const other of [undefined, '', 'old', 'old ', 'old70', 'older 70', 'old  70']) {
      expect([other, numberAfter('old', other)]).toEqual([other, null]);
    }
    expect([bytesOfBase64('AA=='), bytesOfBase64('AB=='), bytesOfBase64('AA')]).toEqual([Buffer.alloc(1), null, null]);
  });
});
