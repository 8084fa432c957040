import { upcast, type Shaped, type Upcasters } from './upcast';

const event = (type: string, data: Shaped['data']): Shaped & { readonly revision: number } => ({
  type,
  data,
  metadata: {},
  revision: 7,
});

const upcasters: Upcasters = {
  'told.v1': ({ data, metadata }) => ({ type: 'told.v2', data: { text: data['words'] ?? '' }, metadata }),
  'told.v2': ({ data, metadata }) => ({ type: 'told.v3', data: { ...data, language: 'en' }, metadata }),
};

describe('upcasting', () => {
  it('goes step by step to the newest version, and leaves the rest of the event as it is', () => {
    const newest = event('told.v3', { text: 'yes', language: 'en' });
    expect(upcast(event('told.v1', { words: 'yes' }), upcasters)).toEqual(newest);
    expect(upcast(event('told.v2', { text: 'yes' }), upcasters)).toEqual(newest);
    expect(upcast(newest, upcasters)).toBe(newest);
  });

  it('leaves types without upcasters alone', () => {
    const other = event('heard.v1', {});
    expect(upcast(other, upcasters)).toBe(other);
  });

  it('refuses steps that lead in a circle', () => {
    const circle: Upcasters = { 'a.v1': (shaped) => ({ ...shaped, type: 'a.v1' }) };
    expect(() => upcast(event('a.v1', {}), circle)).toThrow('circle');
  });
});
