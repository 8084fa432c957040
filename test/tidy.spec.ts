import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Style is a test: what a reader would otherwise have to remember. The linter, the dependency rules
 * (.dependency-cruiser.cjs) and knip hold what is theirs; this holds what is left.
 */
const root = join(__dirname, '..');

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The text with comments blanked out and line breaks kept. */
  readonly code: string;
}

/** Files of the project as git knows them, new ones included, what .gitignore names left out. */
function listedFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return list.split('\0').filter((path) => path !== '');
}

function readText(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    // Deleted in the work tree and not yet in the index.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Strings are matched first, so that `//` inside one is no comment. */
function withoutComments(text: string): string {
  const parts = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[^]|[^`\\])*`|\/\*[^]*?\*\/|\/\/[^\n]*/g;
  return text.replace(parts, (part) => (part.startsWith('/') ? part.replace(/[^\n]/g, ' ') : part));
}

const paths = listedFiles();
const files: readonly SourceFile[] = paths
  .filter((path) => /\.(ts|tsx|mjs|cjs|js)$/.test(path) && path !== 'test/tidy.spec.ts')
  .map((path) => {
    const text = readText(path);
    return { path, text, code: withoutComments(text) };
  });

const isTest = (path: string): boolean => path.startsWith('test/') || path.endsWith('.spec.ts');
const product = files.filter(({ path }) => /^(apps|libs)\//.test(path) && !isTest(path));
const tests = files.filter(({ path }) => isTest(path) || path.endsWith('contract-suite.ts'));

/** Every place where the pattern stands, as `path:line: text`, so that a failure can be opened at once. */
function found(among: readonly SourceFile[], pattern: RegExp, part: 'code' | 'text' = 'code'): string[] {
  return among.flatMap((file) => {
    const lines = file.text.split('\n');
    const matches = file[part].matchAll(
      new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`),
    );
    return [...matches].map(({ index }) => {
      const line = file[part].slice(0, index).split('\n').length;
      return `${file.path}:${line}: ${(lines[line - 1] ?? '').trim()}`;
    });
  });
}

/**
 * Rules are values in, values out. Files that stand at an edge (Nest handlers, read models, the append itself) say so
 * in their name or folder and may be given a clock; even they do not read one.
 */
const rules = product.filter(({ path }) => /^libs\/(ledger|integrity)\/src\//.test(path));

describe('the house', () => {
  it('is looked at as a whole', () => {
    expect(product.length).toBeGreaterThan(10);
  });

  it('names nothing after a layer or after nothing', () => {
    const forbidden =
      /^(common|shared|utils?|helpers?|core|infrastructure|domain|interfaces|managers?|misc|services?|repositor(y|ies)|mappers?)$/;
    const named = paths.filter((path) => {
      if (!/^(apps|libs|test|scripts)\//.test(path)) return false;
      const folders = path.split('/').slice(0, -1);
      const words = basename(path).replace(/\..*$/, '').split(/[-_]/);
      return folders.some((folder) => forbidden.test(folder)) || forbidden.test(words.at(-1) ?? '');
    });
    expect(named).toEqual([]);
  });

  it('names files in lower case with hyphens', () => {
    const odd = paths.filter((path) => /^(apps|libs|scripts)\//.test(path) && !/^[a-z0-9./-]+$/.test(path));
    expect(odd.filter((path) => !path.startsWith('apps/web/'))).toEqual([]);
  });

  it('publishes by appending alone', () => {
    const publishing =
      /\b(AggregateRoot|EventBus|EventPublisher|EventsHandler|IEventHandler|Saga|mergeObjectContext)\b/;
    expect(
      found(
        files.filter(({ path }) => path !== 'eslint.config.mjs'),
        publishing,
      ),
    ).toEqual([]);
  });

  it('reads no clock, draws no lots and asks no locale in the rules', () => {
    const impure =
      /\b(Date\.now|performance\.now|Math\.random|randomUUID|getRandomValues|process\.hrtime)\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\.toLocale\w+\(|\bIntl\.|\blocaleCompare\(/;
    // The start of a thread is an edge: it hands the clock to what runs there.
    const pure = rules.filter(({ path }) => path !== 'libs/ledger/src/projections.worker.ts');
    expect(pure).toHaveLength(rules.length - 1);
    expect(found(pure, impure)).toEqual([]);
  });

  it('draws random bytes for salts and for the key of the log alone', () => {
    const drawing = /\b(randomBytes|randomFill(Sync)?|randomInt|generateKey\w*)\(/;
    const drawn = [
      'libs/ledger/src/entry/salt.ts',
      'libs/ledger/src/log/key-files.ts',
      'libs/ledger/src/rounds/sealed-ratings.ts',
    ];
    const others = rules.filter(({ path }) => !drawn.includes(path));
    expect(others).toHaveLength(rules.length - drawn.length);
    expect(found(others, drawing)).toEqual([]);
  });

  it('swallows no error', () => {
    expect(found(files, /\bcatch\s*(\([^)]*\)\s*)?\{\s*\}/)).toEqual([]);
    // A rejection that somebody else reports may be set aside where the line above says so.
    const setAside = /(?<!\/\/[^\n]*\n[^\n]*)\.catch\(\s*\(\w*\)\s*=>\s*(\{\s*\}|undefined|null)\s*\)/;
    expect(found(product, setAside, 'text')).toEqual([]);
  });

  it('silences no check', () => {
    expect(found(files, /eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error/, 'text')).toEqual([]);
    expect(found(files, /\bas any\b|:\s*any\b|<any>/)).toEqual([]);
  });

  it('leaves nothing for later', () => {
    expect(found(files, /\b(TODO|FIXME|XXX|HACK)\b/, 'text')).toEqual([]);
  });

  it('has no switch over events that lets an unknown one pass', () => {
    expect(found(product, /default:\s*return state\b/)).toEqual([]);
  });
});

describe('the tests', () => {
  it('wait for a position, not for time to pass', () => {
    expect(found(tests, /setTimeout\(\s*(r|resolve|done|res)\b|\bsleep\(|timers\/promises/)).toEqual([]);
  });

  it('run, all of them', () => {
    expect(found(tests, /\b(describe|it|test)\.only\b|\b(fit|fdescribe|xit|xdescribe|xtest)\(/)).toEqual([]);
  });

  it('say why where they are skipped', () => {
    // What is skipped for want of something (a container engine, a file) names it in the title that is printed.
    const skips = found(tests, /\b(describe|it|test)\.(skip|todo)\b/);
    expect(skips.filter((place) => !/\b(skipped|needs|without|is not)\b/.test(place))).toEqual([]);
  });
});

describe('the table of threats', () => {
  it('names tests that there are', () => {
    const specs = listedFiles().filter((path) => path.endsWith('.spec.ts'));
    const rows = readText('docs/threats.md').split('\n');
    const wrong: string[] = [];
    let named = 0;
    // A table whose head names a test means that one where a row names none.
    let byHead: string[] = [];
    for (const row of rows.filter((line) => line.startsWith('| '))) {
      const shownBy = row.split(' | ').at(-1) ?? '';
      const paths = [...shownBy.matchAll(/`([^`]+\.spec\.ts)`/g)].map(([, path = '']) => path);
      if (/Shown by/.test(shownBy)) {
        byHead = paths;
        continue;
      }
      if (/^[| -]+$/.test(row)) continue;
      const files = specs.filter((spec) => (paths.length > 0 ? paths : byHead).some((path) => spec.endsWith(path)));
      const texts = files.map(readText);
      const quotes = [...shownBy.matchAll(/"([^"]+)"/g)].map(([, quote = '']) => quote);
      const isShown = files.length >= Math.max(1, paths.length);
      if (!isShown || quotes.some((quote) => !texts.some((text) => text.includes(quote)))) wrong.push(row);
      named += 1;
    }
    expect(wrong).toEqual([]);
    expect(named).toBeGreaterThan(20);
  });
});

describe('what is committed', () => {
  const texts = paths
    .filter((path) => !/\.(png|jpg|ico|woff2?|db|pdf|zip)$/.test(path) && path !== 'test/tidy.spec.ts')
    .map((path) => ({ path, text: readText(path), code: '' }));

  it('is tied to no machine', () => {
    const machine = /(^|[\s"'`(=:])\/(work|home|root|Users|tmp\/brief)\/[\w.-]/;
    expect(found(texts, machine, 'text')).toEqual([]);
  });

  it('reads in the product nothing from outside this repository', () => {
    expect(found(product, /\.\.\/shared\b/, 'text')).toEqual([]);
  });

  it('is tied to no package registry', () => {
    const lock = readText('package-lock.json');
    expect(lock).not.toContain('"resolved"');
    expect(found(texts, /^\s*(@[\w-]+:)?registry\s*=|_authToken|https?:\/\/[^\s"'/]*registry\./m, 'text')).toEqual([]);
  });
});
