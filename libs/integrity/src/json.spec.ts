import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describeUnless } from '@app/testing';
import { envelopeHash, payloadCommitment, sha256OfJson } from './hash';
import { canonicalJson, InvalidJson, MAX_JSON_DEPTH, parseJson } from './json';

const vectors = join(__dirname, '../../../../shared/vectors/jcs');

const lack = existsSync(vectors) ? undefined : 'the public vectors of RFC 8785 are not beside the project';

describeUnless(lack, 'the public vectors of canonical JSON', () => {
  for (const file of lack === undefined ? readdirSync(join(vectors, 'input')) : []) {
    it(`gives the public vector ${file}`, () => {
      const input = readFileSync(join(vectors, 'input', file), 'utf8');
      expect(canonicalize(JSON.parse(input))).toBe(readFileSync(join(vectors, 'output', file), 'utf8'));
      // values.json holds 1E30, an integer beyond 2^53: canonical by RFC 8785, and not signed here.
      if (file === 'values.json') expect(() => parseJson(input)).toThrow('numbers[1]: integer beyond');
      else expect(canonicalJson(parseJson(input))).toBe(canonicalize(JSON.parse(input)));
    });
  }

  it('are there', () => expect(existsSync(vectors)).toBe(true));
});

describe('canonical JSON', () => {
  it('is the same whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (record) => {
        const { ['__proto__']: _refused, ...value } = record;
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  it('is what the library gives, whatever the keys are and in whatever order they stand', () => {
    // Keys that look like numbers stand first in every object, by their value: another order than that of the standard.
    const key = fc.oneof(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 200 }).map(String));
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.constant(null),
        fc.boolean(),
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
        fc.array(tie('json')),
        fc.array(fc.tuple(key, tie('json'))).map((entries) => Object.fromEntries(entries)),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['undefined', { a: undefined }],
    ['a function', { a: () => 1 }],
    ['a bigint', { a: 1n }],
    ['NaN', { a: NaN }],
    ['infinity', [Infinity]],
    ['an unsafe integer', { a: 2 ** 53 }],
    ['a lone surrogate', { a: '\ud800' }],
    ['a lone surrogate in a key', { '\udfff': 1 }],
    ['an object of a class', { a: new Date(0) }],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(InvalidJson);
  });
});

describe('reading JSON', () => {
  it.each([
    ['{"a":1,"a":2}', 'same key twice'],
    ['{"a":{"b":1,"b":1}}', 'same key twice'],
    ['{"a":"\\ud800"}', 'surrogate'],
    ['{"__proto__":{}}', '__proto__'],
    ['{"a":9007199254740993}', 'integer'],
    ['{"a":1e400}', 'finite'],
    ['[1,]', 'JSON'],
    ['', 'JSON'],
    ['['.repeat(MAX_JSON_DEPTH + 1) + ']'.repeat(MAX_JSON_DEPTH + 1), 'deeper'],
  ])('refuses %s', (text, reason) => {
    expect(() => parseJson(text)).toThrow(reason);
  });

  it('survives nesting far beyond the limit', () => {
    expect(() => parseJson('['.repeat(1_000_000) + ']'.repeat(1_000_000))).toThrow(InvalidJson);
  });

  it('reads what JSON.stringify writes, colons and quotes in texts included', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), (record) => {
        const { ['__proto__']: _refused, ...value } = record;
        expect(parseJson(JSON.stringify(value))).toEqual(value);
      }),
    );
  });
});

describe('hashes', () => {
  const salt = Buffer.alloc(32, 7).toString('base64url');

  it('change with the payload and with the salt', () => {
    const commitment = payloadCommitment('{"text":"a"}', salt);
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(payloadCommitment('{"text":"b"}', salt)).not.toBe(commitment);
    expect(payloadCommitment('{"text":"a"}', Buffer.alloc(32, 8).toString('base64url'))).not.toBe(commitment);
    expect(() => payloadCommitment('{"text":"a"}', 'short')).toThrow('32 bytes');
  });

  it('of a value do not depend on the order of its keys', () => {
    expect(sha256OfJson({ a: 1, b: 2 })).toBe(sha256OfJson({ b: 2, a: 1 }));
    expect(envelopeHash(canonicalJson({ b: 2, a: 1 }))).toBe(sha256OfJson({ a: 1, b: 2 }));
  });
});
