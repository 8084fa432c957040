import fc from 'fast-check';
import { v5 as uuidv5 } from 'uuid';
import { derivedId } from './derived-id';

it('is the UUIDv5 of the name in the namespace of the ledger', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(derivedId(name)).toBe(uuidv5(name, 'a1d3b6de-3a3c-5a0b-9d5e-0c7f2f3f6c11'));
    }),
  );
});
