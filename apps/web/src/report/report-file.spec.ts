import { drawCourse } from '../charts/course-drawing';
import type { Report } from './report';
import { reportFile } from './report-file';

const WORDS = { language: 'en', kind: 'Board report', madeFrom: 'What this is made from', leftOut: 'Left out' };
const NASTY = '<script>alert("1")</script> & \'more\'';
const report: Report = {
  title: NASTY,
  subtitle: NASTY,
  notices: [NASTY],
  sections: [
    {
      id: 'stand',
      title: 'Where we stand',
      blocks: [
        {
          is: 'headline',
          headline: {
            score: '60.5',
            level: 'Developing',
            low: 53.3,
            high: 65.1,
            at: 60.5,
            bounds: 'Between 53.3 and 65.1',
          },
        },
        { is: 'figures', figures: [{ label: 'Coverage', value: '88%' }] },
        { is: 'text', text: NASTY },
        {
          is: 'table',
          table: {
            label: 'Factors',
            columns: ['Factor', 'Score'],
            words: 1,
            rows: [{ cells: [NASTY, '75.0'], entry: 'e-0001' }],
          },
        },
        {
          is: 'course',
          summary: 'From 50.0 to 60.0.',
          drawing: drawCourse(
            [
              { asOf: '2019-12-31', score: 50, low: 40, high: 60, factorSet: 'one' },
              { asOf: '2020-12-31', score: 60, low: 50, high: 65, factorSet: 'two' },
            ],
            { width: 720, height: 220, left: 30, bottom: 18 },
          ),
        },
      ],
    },
  ],
  madeFrom: [
    { label: 'As of', value: '2026-03-31' },
    { label: 'Checkpoint', value: '634 entries, root 3rLTe8gZ=' },
  ],
  leftOut: ['Three entries.'],
};

describe('the file of a report', () => {
  const file = reportFile(report, WORDS);

  it('needs nothing else: no script, no address, a policy that allows none', () => {
    expect(file).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|https?:/i);
    expect(file).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('holds what was said as text, whatever was said', () => {
    expect(file.split('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;more&#39;')).toHaveLength(7);
  });

  it('has its chart within, with its summary for who cannot see it', () => {
    expect(file).toContain('role="img" aria-label="From 50.0 to 60.0."');
    expect(file).toMatch(/<path d="M30 \d[^"]*" class="line"\/>/);
    expect(file).toContain('>2020</text>');
  });

  it('says what it was made from, and what it leaves out', () => {
    const [, foot = ''] = file.split('<footer>');
    expect(foot).toContain('<dt>As of</dt><dd>2026-03-31</dd>');
    expect(foot).toContain('634 entries, root 3rLTe8gZ=');
    expect(foot).toContain('Three entries.');
  });

  it('has its headings in order and its numbers on the right', () => {
    expect([...file.matchAll(/<h(\d)/g)].map(([, level]) => level).join('')).toBe('1222');
    expect(file).toContain('<td class="number">75.0</td>');
  });
});
