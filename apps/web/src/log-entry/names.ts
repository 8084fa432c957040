/** Two words that begin with a capital, as a person's name does; or one after a title. */
const CAPITALISED = String.raw`\p{Lu}[\p{L}'’-]*\p{Ll}`;
const NAME = new RegExp(
  String.raw`(?<![\p{L}'’-])(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? ${CAPITALISED}|${CAPITALISED} ${CAPITALISED})(?![\p{L}-])`,
  'gu',
);
const TITLE = /^(Mr|Mrs|Ms|Miss|Dr)\.? /;

/** Words that stand with a capital and are no names: they begin sentences, or end the names of places, bodies and posts. */
const NO_NAMES = new Set(
  (
    'a an the this that these those we they he she it our their his her its i you your in on at by for from to with ' +
    'without after before during since until when while where why how what which who if as and but or so then there ' +
    'here no not all both each every some any many most one two three four five first second last next also only ' +
    'today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april ' +
    'may june july august september october november december spring summer autumn winter christmas easter north ' +
    'south east west road street lane avenue square bridge park hill green depot yard site station school hospital ' +
    'house hall court centre office council county city borough district university trust authority agency company ' +
    'limited ltd plc group services service works board committee team forum panel department joint client provider ' +
    'contract project programme plan strategy report review meeting manager director officer engineer supervisor ' +
    'leader lead sponsor chair secretary auditor inspector executive head chief deputy senior assistant highways ' +
    'operations finance health safety quality government minister act regulations'
  ).split(' '),
);

/**
 * What in a text may be the name of a person. A hint for who writes it, no more: names that look like others are missed,
 * and the names of places that the record does not know are taken for them.
 *
 * @param known organisations, posts and places of the record; their words are nobody's name
 */
export function namesIn(text: string, known: readonly string[]): readonly string[] {
  const words = new Set([...NO_NAMES, ...known.flatMap(wordsOf)]);
  const found: string[] = [];
  let from = 0;
  for (;;) {
    NAME.lastIndex = from;
    const match = NAME.exec(text);
    if (match === null) break;
    const [name] = match;
    const isName = TITLE.test(name) || wordsOf(name).every((word) => !words.has(word));
    // The second word of what was none may be the first of what is one.
    from = isName ? NAME.lastIndex : match.index + name.indexOf(' ') + 1;
    if (isName && !found.includes(name)) found.push(name);
  }
  return found;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}'’-]+/u)
    .filter(Boolean);
}

/** The text with the role in place of the name, wherever it stands. */
export function withRole(text: string, name: string, role: string): string {
  return text.replaceAll(name, () => role);
}
