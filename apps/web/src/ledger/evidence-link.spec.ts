import { evidenceLink } from './evidence-link';

describe('a link to evidence', () => {
  it.each([
    ['https://records.example/minutes.pdf', 'https://records.example/minutes.pdf'],
    ['javascript:alert(1)', null],
    ['data:text/html,hi', null],
    ['minutes.pdf', null],
    [undefined, null],
  ])('%s leads to %s', (url, href) => {
    expect(evidenceLink(url)).toBe(href);
  });
});
