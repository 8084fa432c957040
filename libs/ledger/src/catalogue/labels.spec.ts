import { catalogue, labelOf, type Field, type Kind } from './catalogue';

/** Characters that fit beside a field on a small screen. */
const MAX_LABEL_LENGTH = 50;

const fields: readonly (readonly [kind: Kind, field: Field])[] = catalogue.kinds.flatMap((kind) =>
  kind.fields.map((field) => [kind, field] as const),
);

/** The key of the label that a field gets; undefined where there is none. */
function keyOf(kind: Kind, { name }: Field): string | undefined {
  return [`${kind.kind}.${name}`, name].find((key) => catalogue.labels[key] !== undefined);
}

describe('labels of the catalogue', () => {
  it('name every field of every kind', () => {
    const unnamed = fields.filter(([kind, field]) => keyOf(kind, field) === undefined);
    expect(unnamed.map(([kind, { name }]) => `${kind.kind}.${name}`)).toEqual([]);
  });

  it('are all used', () => {
    const used = new Set(fields.map(([kind, field]) => keyOf(kind, field)));
    expect(Object.keys(catalogue.labels).filter((key) => !used.has(key))).toEqual([]);
  });

  it('are short, and begin with a capital', () => {
    const labels = [...Object.values(catalogue.labels), ...fields.flatMap(([, field]) => field.labels ?? [])];
    expect(labels.filter((label) => label.length > MAX_LABEL_LENGTH || !/^[A-Z]\S/.test(label))).toEqual([]);
  });

  it.each(catalogue.kinds.map((kind) => [kind.kind, kind] as const))('are told apart in %s', (_name, kind) => {
    const labels = kind.fields.map((field) => labelOf(kind, field));
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('name each choice where they name one', () => {
    for (const [kind, { name, of, labels }] of fields) {
      if (labels !== undefined) expect([kind.kind, name, labels.length]).toEqual([kind.kind, name, of?.length]);
    }
  });
});
