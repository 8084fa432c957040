/** Characters that would steer a terminal: C0 and C1 controls, and the marks that turn the direction of writing. */
const CONTROLS = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Text of an entry on one line of a terminal, without anything that could steer it. */
export function plain(text: string): string {
  return text.replace(CONTROLS, ' ').trim();
}

/** As {@link plain}, at most so many characters. */
export function shortened(text: string, maxCharacters: number): string {
  const characters = [...plain(text)];
  if (characters.length <= maxCharacters) return characters.join('');
  return `${characters.slice(0, maxCharacters - 1).join('')}…`;
}
