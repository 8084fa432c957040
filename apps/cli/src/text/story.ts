import type { Story } from '@app/ledger';
import { idsText } from './ids';
import { plain } from './plain';
import { registerText } from './register';

/** The story on a terminal: the months, the sentences of each, the entries behind each sentence. */
export function storyText(answer: Story): string {
  const { from, leftOut, story } = answer;
  if (story.length === 0) return registerText(answer, `Nothing was logged of what happened since ${from}.`);
  const months = [...Map.groupBy(story, ({ month }) => month)].map(([month, sentences]) =>
    [month, ...sentences.map(({ sentence, entries }) => `  ${plain(sentence)} [${idsText(entries)}]`)].join('\n'),
  );
  const earlier = leftOut === 0 ? [] : [`${leftOut} earlier sentences are left out.`];
  return registerText(
    answer,
    'By month, in it by theme; who says it stands where not all agree.',
    ...earlier,
    ...months,
  );
}
