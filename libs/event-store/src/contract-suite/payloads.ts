import type { JsonObject } from '../event-store';
import { all, event, type Subject } from './subject';

const ODD: readonly (readonly [string, string])[] = [
  ['nothing', '{}'],
  ['scripts, joined emoji and right-to-left', '{"text":"Größe – 協力 – 👩🏽‍🔧🤝 – \\u202eabc – שלום"}'],
  ['two ways to write the same letter', '{"composed":"\\u00e9","combining":"e\\u0301"}'],
  ['control characters and escapes', '{"text":"\\u0000\\u0001\\b\\f\\n\\r\\t\\u001f\\u007f\\"\\\\\\/"}'],
  ['line separators and a byte order mark', '{"text":"\\u2028\\u2029\\ufeff"}'],
  ['lone surrogates', '{"text":"\\ud800 and \\udfff"}'],
  ['empty keys', '{"":{"":[{"":""}]}}'],
  ['keys of every object', '{"__proto__":{"polluted":true},"constructor":1,"toString":null,"hasOwnProperty":0}'],
  ['keys with dots, dollars, quotes and spaces', '{"a.b":1,"$c":2,"\'d\'":3," ":4,"\\"":5,"ключ":6}'],
  ['keys in an order of their own', '{"z":1,"a":2,"m":{"y":1,"b":2}}'],
  ['keys that look like numbers', '{"10":"a","9":"b","-1":"c","1.5":"d"}'],
  ['the largest safe integers', '{"most":9007199254740991,"least":-9007199254740991}'],
  ['the ends of the number range', '{"n":[1.7976931348623157e308,5e-324,-2.2250738585072014e-308,1e21,1e-7,0.1]}'],
  [
    'text that looks like other things',
    '{"n":"1e5","d":"2026-11-22T00:00:00Z","s":"\'; DROP TABLE x","j":"{}","t":"true"}',
  ],
  ['every kind of value in a list', '{"list":[null,true,false,0,"",[],{},[[]],[null]]}'],
  ['null values', '{"a":null,"b":{"c":null}}'],
  ['five hundred levels', `{"a":${'['.repeat(500)}${']'.repeat(500)}}`],
  ['a very long key', `{"${'k'.repeat(10_000)}":1}`],
  ['ten thousand numbers', `{"list":[${Array.from({ length: 10_000 }, (_, n) => n).join(',')}]}`],
];

export function payloads(subject: Subject): void {
  describe('odd JSON comes back unchanged', () => {
    it.each(ODD)('%s', async (_, text) => {
      const stream = subject.stream();
      const value = JSON.parse(text) as JsonObject;
      await subject.store.append(stream, 'no-stream', [{ ...event(value), metadata: { value } }, event()]);
      const [stored] = await all(subject.store, stream);
      // As text, because matchers pass over own keys such as __proto__ and over the order of keys.
      expect(JSON.stringify(stored?.data)).toBe(JSON.stringify(value));
      expect(JSON.stringify(stored?.metadata)).toBe(JSON.stringify({ value }));
      expect(Object.getPrototypeOf(stored?.data)).toBe(Object.prototype);
    });

    it('also where the event brings its text', async () => {
      const stream = subject.stream();
      const [data, metadata] = [{ z: 'é\u2028', a: [1, { b: null }] }, { salt: 'x' }];
      const json = { data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
      await subject.store.append(stream, 'no-stream', [{ ...event(data), metadata, json }]);
      const [stored] = await all(subject.store, stream);
      expect(JSON.stringify(stored?.data)).toBe(json.data);
      expect(JSON.stringify(stored?.metadata)).toBe(json.metadata);
      expect(stored).not.toHaveProperty('json');
    });
  });
}
