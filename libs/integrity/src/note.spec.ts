import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { bytesOfBase64, numberOfDecimal } from './base64';
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
  });

  it('is refused where a known key’s signature does not hold', () => {
    const changed = TEXT.replace('\n3\n', '\n4\n');
    expect(() => signersOf({ text: changed, signatures: [SIGNATURE] }, [logKey])).toThrow('does not hold');
    const second = { ...SIGNATURE, signature: Buffer.alloc(64) };
    expect(() => signersOf({ text: TEXT, signatures: [SIGNATURE, second] }, [logKey])).toThrow('does not hold');
  });

  it('may have empty lines in its text', () => {
    const text = 'a\n\nb\n\n';
    expect(parseNote(formatNote({ text, signatures: [SIGNATURE] })).text).toBe(text);
  });

  it.each([
    ['no signatures', 'a text\n'],
    ['no end', `${TEXT}\n${formatSignature(SIGNATURE)}`],
    ['a control character', `a\ttext\n\n${formatSignature(SIGNATURE)}\n`],
    ['half of a surrogate pair', `\ud800\n\n${formatSignature(SIGNATURE)}\n`],
    ['too many bytes', `${'a'.repeat(MAX_NOTE_BYTES)}\n\n${formatSignature(SIGNATURE)}\n`],
    ['too many signatures', `a\n\n${`${formatSignature(SIGNATURE)}\n`.repeat(MAX_NOTE_SIGNATURES + 1)}`],
    ['no dash', `a\n\n${formatSignature(SIGNATURE).slice(2)}\n`],
    ['a line of three words', `a\n\n${formatSignature(SIGNATURE)} more\n`],
    ['a plus in a name', `a\n\n\u2014 a+b ${Buffer.alloc(68).toString('base64')}\n`],
    ['a signature that is no base64', `a\n\n\u2014 name ${'='.repeat(8)}\n`],
    ['an empty signature', `a\n\n\u2014 name ${Buffer.alloc(4).toString('base64')}\n`],
  ])('is no note with %s', (_name, note) => {
    expect(() => parseNote(note)).toThrow(InvalidNote);
  });

  it('is not made of a text without an end', () => {
    expect(() => formatNote({ text: 'a', signatures: [SIGNATURE] })).toThrow('ends in a newline');
  });
});

describe('a verifier key', () => {
  it.each([
    ['no plus', 'name'],
    ['an unknown type', `name+00000000+${Buffer.alloc(33, 7).toString('base64')}`],
    ['the id of another', EXAMPLE_KEY.replace('530d903a', '530d903b')],
    ['no name', EXAMPLE_KEY.replace('example.com/foo', '')],
    ['a space in its name', EXAMPLE_KEY.replace('/', ' ')],
    ['too few bytes', `name+00000000+${Buffer.alloc(32, 1).toString('base64')}`],
    ['what is no base64', EXAMPLE_KEY.slice(0, -1)],
  ])('is none with %s', (_name, text) => {
    expect(() => parseVerifierKey(text)).toThrow(InvalidNote);
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
    expect(() => keyPairOf(Buffer.alloc(31))).toThrow(RangeError);
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
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
  });

  const root = Buffer.alloc(32, 3).toString('base64');
  it.each([
    ['no origin', `\n1\n${root}\n`],
    ['nothing', ''],
    ['a size with a zero in front', `a\n01\n${root}\n`],
    ['a size below zero', `a\n-1\n${root}\n`],
    ['a size that no double holds', `a\n9007199254740993\n${root}\n`],
    ['a short root', `a\n1\n${Buffer.alloc(31).toString('base64')}\n`],
    ['a root that is no base64', `a\n1\n${root.slice(1)}\n`],
    ['an empty line', `a\n1\n${root}\n\nb\n`],
  ])('is none with %s', (_name, text) => {
    expect(() => parseCheckpoint(text)).toThrow(InvalidNote);
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
    ]) {
      expect(() => cosignaturesOf(note, [witnessKey])).toThrow('does not hold');
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
    expect([numberOfDecimal('0'), numberOfDecimal('10'), numberOfDecimal('00'), numberOfDecimal('')]).toEqual([
      0,
      10,
      null,
      null,
    ]);
    expect([bytesOfBase64('AA=='), bytesOfBase64('AB=='), bytesOfBase64('AA')]).toEqual([Buffer.alloc(1), null, null]);
  });
});
