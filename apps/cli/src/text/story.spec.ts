import type { Story } from '@app/ledger';
import { storyText } from './story';

const SENTENCE: Story['story'][number] = {
  month: '2026-02',
  theme: 'governance',
  sentence: 'On 10 February, the joint body “Board” met.',
  status: 'agreed',
  oneSided: false,
  entries: ['e-1'],
};

describe('the story on a terminal', () => {
  it('says in which order it is told, since the days of a month are not', () => {
    const raised = { ...SENTENCE, theme: 'issues', sentence: 'On 1 February, Contractor raised the issue “Keys”.' };
    const text = storyText({
      ...{ relationship: 'road', asOf: '2026-03-31', knownAt: null, from: '2026-02-01', leftOut: 0 },
      story: [SENTENCE, raised],
    });
    expect(text).toContain('By month, in it by theme; who says it stands where not all agree.');
  });
});
