import { namesIn, withRole } from './names';

const KNOWN = ['North Road Services (fictional sample)', 'North Council', 'Fieldway', 'Contract director, Fieldway'];

describe('what may be the name of a person', () => {
  it.each([
    ['Jane Doe told us on Monday.', ['Jane Doe']],
    ['Then Jane Doe told us.', ['Jane Doe']],
    ['We agreed it with Mr Patel at the depot.', ['Mr Patel']],
    ['Anne-Marie O’Neill and Tom Smith met; Tom Smith took notes.', ['Anne-Marie O’Neill', 'Tom Smith']],
    ['Łukasz Żak rang.', ['Łukasz Żak']],
  ])('finds it in “%s”', (text, names) => {
    expect(namesIn(text, KNOWN)).toEqual(names);
  });

  it.each([
    'North Council told Fieldway on Monday.',
    'The Contract Director of Fieldway rang. Yesterday Fieldway answered.',
    'Works at Mill Lane and Harbour Bridge are late.',
    'It went well. We Agreed.',
    'Early Tuesday crews had no keys.',
    'JMT agreed NEC4 terms.',
    '',
  ])('takes nothing for it in “%s”', (text) => {
    expect(namesIn(text, KNOWN)).toEqual([]);
  });

  it('knows the words of the record', () => {
    expect(namesIn('Castle Hollow was flooded.', [])).toEqual(['Castle Hollow']);
    expect(namesIn('Castle Hollow was flooded.', ['Depot of Castle Hollow'])).toEqual([]);
  });

  it('gives way to the role wherever it stands', () => {
    expect(withRole('Jane Doe rang; Jane Doe was right.', 'Jane Doe', 'The $& director')).toBe(
      'The $& director rang; The $& director was right.',
    );
  });
});
