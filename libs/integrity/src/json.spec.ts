import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describeUnless } from '@app/testing';
import { commandCommitment, envelopeHash, isSalt, payloadCommitment, sha256OfJson } from './hash';
import { assertSignable, canonicalJson, InvalidJson, MAX_JSON_DEPTH, parseJson } from './json';

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

  it('takes what stands just within its bounds', () => {
    expect(canonicalJson([2 ** 53 - 1, 1 - 2 ** 53, 0.5, true, null])).toBe(
      '[9007199254740991,-9007199254740991,0.5,true,null]',
    );
    expect(canonicalJson(Object.assign(Object.create(null), { b: '\u{1f3d7}', a: [] }))).toBe(
      '{"a":[],"b":"\u{1f3d7}"}',
    );
    assertSignable({ '': { a: [{}] } });
  });

  const LARGE = 'integer beyond what a double holds exactly; send it as text';
  it.each<[string, unknown, string, string]>([
    ['nothing', undefined, '', 'undefined is not JSON'],
    ['undefined', { a: undefined }, 'a', 'undefined is not JSON'],
    ['a function', { a: { b: () => 1 } }, 'a.b', 'function is not JSON'],
    ['a bigint', { a: [{}, { b: 1n }] }, 'a[1].b', 'bigint is not JSON'],
    ['NaN', { '': { a: NaN } }, 'a', 'not a finite number'],
    ['infinity', [Infinity], '[0]', 'not a finite number'],
    ['an unsafe integer', { a: 2 ** 53 }, 'a', LARGE],
    ['an unsafe integer below zero', { a: [[-(2 ** 53)]] }, 'a[0][0]', LARGE],
    ['a lone surrogate', { a: '\ud800' }, 'a', 'text holds half of a surrogate pair'],
    ['a lone surrogate in a key', { a: { '\udfff': 1 } }, 'a', 'a key holds half of a surrogate pair'],
    ['an object of a class', { a: new Date(0) }, 'a', 'not a plain object'],
  ])('refuses %s and says where it stands', (_name, value, path, reason) => {
    const refused = new InvalidJson(reason, path);
    expect(refused).toMatchObject({
      name: 'InvalidJson',
      path,
      message: path === '' ? reason : `${path}: ${reason}`,
    });
    expect(() => canonicalJson(value)).toThrow(refused);
    expect(() => assertSignable(value)).toThrow(refused);
  });
});

/** What a text is refused with. */
function refusalOf(text: string): unknown {
  try {
    parseJson(text);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('reading JSON', () => {
  it.each([
    ['{"a":1,"a":2}', '', 'an object has the same key twice'],
    ['[{"a":{"b":1,"b":1}}]', '', 'an object has the same key twice'],
    ['{"a":":","a":"\\":"}', '', 'an object has the same key twice'],
    ['{"a":"\\ud800"}', 'a', 'surrogate'],
    ['{"a":{"__proto__":{}}}', 'a', '__proto__ is not taken as a key'],
    ['{"a":9007199254740993}', 'a', 'integer'],
    ['{"a":1e400}', 'a', 'finite'],
    ['[1,]', '', 'Unexpected token'],
    ['', '', 'Unexpected end of JSON input'],
  ])('refuses %s', (text, path, reason) => {
    expect(refusalOf(text)).toMatchObject({ name: 'InvalidJson', path, message: expect.stringContaining(reason) });
  });

  it.each([
    ['arrays', '[', ']', ''],
    ['objects', '{"a":', '}', '1'],
    ['both by turns', '[{"a":', '}]', '1'],
  ])('takes %s as deep as the limit, and no deeper', (_name, open, close, inside) => {
    const nested = (times: number): string => open.repeat(times) + inside + close.repeat(times);
    const times = MAX_JSON_DEPTH / (nested(1).match(/[[{]/g) as string[]).length;
    expect(JSON.stringify(parseJson(nested(times)))).toBe(nested(times));
    expect(() => parseJson(`[${nested(times)}]`)).toThrow(`nested deeper than ${MAX_JSON_DEPTH}`);
    expect(() => parseJson(`{"b":${nested(times)}}`)).toThrow(`nested deeper than ${MAX_JSON_DEPTH}`);
  });

  it.each(['{"a:b":"c:d"}', '{"a\\"":"\\"::","b":"\\\\"}', '[":",{"":":"},"{\\"a\\":1}"]', '":"', '{"\\\\":":\\\\"}'])(
    'reads %s, whose texts look like more',
    (text) => {
      expect(JSON.stringify(parseJson(text))).toBe(text);
    },
  );

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
    for (const none of ['c2hvcnQ', `${salt}A`, '']) {
      expect(() => payloadCommitment('{"text":"a"}', none)).toThrow('a salt has 32 bytes in 43 characters');
    }
  });

  it('know a salt of 32 bytes in the one way of writing it', () => {
    const others = [`${salt}=`, salt.slice(1), `${salt.slice(0, -1)}d`, `${salt.slice(0, -1)}/`, ''];
    expect([salt, ...others].filter(isSalt)).toEqual([salt]);
  });

  it('are taken of a tag, the salt and the content', () => {
    const literal = (tag: string, content: string): string =>
      createHash('sha256')
        .update(`collaboration-ledger/${tag}/v1\n`)
        .update(Buffer.alloc(32, 7))
        .update(content)
        .digest('hex');
    expect(payloadCommitment('{"text":"für"}', salt)).toBe(literal('payload', '{"text":"für"}'));
    expect(commandCommitment('ab'.repeat(32), salt)).toBe(literal('command', 'ab'.repeat(32)));
    expect(sha256OfJson(null)).toBe(createHash('sha256').update('null').digest('hex'));
  });

  it('of a value do not depend on the order of its keys', () => {
    expect(sha256OfJson({ a: 1, b: 2 })).toBe(sha256OfJson({ b: 2, a: 1 }));
    expect(envelopeHash(canonicalJson({ b: 2, a: 1 }))).toBe(sha256OfJson({ a: 1, b: 2 }));
  });
});
