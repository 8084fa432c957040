import { Command, CommanderError, Option } from 'commander';
import { version } from '../../../package.json';
import { QUESTIONS } from '@app/ledger/question-names';
import { REGISTERS } from '@app/ledger/register-names';
import { reportFailure, type OptionNames } from './failure';
import { placeOf, type PlaceOptions } from './place';
import type { Verb } from './verb';

interface VerbEntry {
  readonly summary: string;
  readonly load: () => Promise<{ readonly verb: Verb }>;
  /** Global options that mean nothing to it: they may be given, and its help does not show them. */
  readonly without?: readonly (keyof GlobalOptions)[];
}

type Verbs = Readonly<Record<string, VerbEntry>>;

/** Every verb, in the order of the help; its file is loaded when it is asked for, so that starting stays fast. */
const GROUPS: Readonly<Record<string, Verbs>> = {
  'The record': {
    serve: {
      summary: 'run the HTTP API, described at /api/docs',
      load: () => import('./verbs/serve.js'),
      without: ['json'],
    },
    import: { summary: 'import a journal', load: () => import('./verbs/import.js') },
    export: {
      summary: 'write the journal of a relationship, or a bundle that proves it',
      load: () => import('./verbs/export.js'),
      without: ['json'],
    },
    log: {
      summary: 'log entries at a server, signed',
      load: () => import('./verbs/log.js'),
      without: ['data', 'eventstore'],
    },
    key: {
      summary: 'a key to sign entries with',
      load: () => import('./verbs/key.js'),
      without: ['data', 'eventstore'],
    },
    relationships: { summary: 'list the relationships', load: () => import('./verbs/relationships.js') },
    portfolio: {
      summary: 'relationships side by side, and what they come to by year of contract life',
      load: () => import('./verbs/portfolio.js'),
    },
    extract: {
      summary: 'what research would get of a relationship, for the parties to agree to',
      load: () => import('./verbs/extract.js'),
    },
    trail: { summary: 'the audit trail', load: () => import('./verbs/trail.js') },
    replay: { summary: 'the history entry by entry, the score after each', load: () => import('./verbs/replay.js') },
    sample: {
      summary: 'write the fictional sample contract as a journal',
      load: () => import('./verbs/sample.js'),
      without: ['data', 'eventstore', 'json'],
    },
  },
  'The score': {
    score: { summary: 'the mutuality score', load: () => import('./verbs/score.js') },
    history: { summary: 'the course of the score', load: () => import('./verbs/history.js') },
    explain: { summary: 'every term of the score of a factor', load: () => import('./verbs/explain.js') },
    diff: { summary: 'the change of the score, split into its causes', load: () => import('./verbs/diff.js') },
    rubric: { summary: 'what levels and factors mean, for whoever rates', load: () => import('./verbs/rubric.js') },
  },
  Answers: {
    ...perName(QUESTIONS, (name, summary) => ({
      summary,
      load: async () => ({ verb: (await import('./verbs/question.js')).questionVerb(name) }),
    })),
    brought: {
      summary: 'what working together brought, by year, with the score of the time',
      load: () => import('./verbs/brought.js'),
    },
    baseline: {
      summary: 'what the chosen candidate of a partner selection brings into the relationship',
      load: () => import('./verbs/baseline.js'),
    },
  },
  Registers: perName(REGISTERS, (name, summary) => ({
    summary,
    load: async () => ({ verb: (await import('./verbs/register.js')).registerVerb(name) }),
  })),
  'The proof': {
    verify: { summary: 'check that the record is the one that was signed', load: () => import('./verbs/verify.js') },
    receipt: {
      summary: 'the proof that an entry is in the log, in a file',
      load: () => import('./verbs/receipt.js'),
    },
    check: { summary: 'check a receipt, offline', load: () => import('./verbs/check.js'), without: ['eventstore'] },
    policy: {
      summary: 'what verifiers pin: the key of the log, its witnesses',
      load: () => import('./verbs/policy.js'),
    },
    witness: {
      summary: 'cosign the checkpoints of logs, for a party',
      load: () => import('./verbs/witness.js'),
      without: ['data', 'eventstore'],
    },
    recover: {
      summary: 'bring a read-only ledger back, or declare its break',
      load: () => import('./verbs/recover.js'),
    },
    'rotate-key': { summary: 'give the log a new signing key', load: () => import('./verbs/rotate-key.js') },
  },
  'Looking after it': {
    doctor: { summary: 'what is configured, reachable, up to date', load: () => import('./verbs/doctor.js') },
    backup: {
      summary: 'copy a ledger, also a running one, into one file',
      load: () => import('./verbs/backup.js'),
      without: ['eventstore'],
    },
    restore: {
      summary: 'bring a backup back into an empty directory',
      load: () => import('./verbs/restore.js'),
      without: ['eventstore'],
    },
    rebuild: { summary: 'rebuild the read models from the log', load: () => import('./verbs/rebuild.js') },
    token: { summary: 'issue or revoke a bearer token', load: () => import('./verbs/token.js') },
    tokens: { summary: 'list the tokens that were issued', load: () => import('./verbs/tokens.js') },
  },
};

const VERBS: Verbs = Object.fromEntries(Object.values(GROUPS).flatMap((verbs) => Object.entries(verbs)));

function perName<Name extends string>(
  summaries: Readonly<Record<Name, string>>,
  entryOf: (name: Name, summary: string) => VerbEntry,
): Verbs {
  const names = Object.keys(summaries) as Name[];
  return Object.fromEntries(names.map((name) => [name, entryOf(name, summaries[name])]));
}

const WIDTH = 2 + Math.max(...Object.keys(VERBS).map(({ length }) => length));

const AFTER_HELP = `
${Object.entries(GROUPS)
  .map(([heading, verbs]) => [`${heading}:`, ...Object.entries(verbs).map(summaryLine)].join('\n'))
  .join('\n\n')}

"ledger VERB --help" says more about one.

Exit code: 0 done, 1 a named rejection, 2 wrong usage, 3 the store cannot be reached.`;

function summaryLine([name, { summary }]: [string, VerbEntry]): string {
  return `  ${name.padEnd(WIDTH)}${summary}`;
}

interface GlobalOptions extends PlaceOptions {
  readonly json?: true;
}

const GLOBAL_OPTIONS: Readonly<Record<keyof GlobalOptions, readonly [flags: string, description: string]>> = {
  data: ['--data <dir>', 'directory of the embedded store (DATA_DIR; default ./data)'],
  eventstore: ['--eventstore <url>', 'connection string of an EventStoreDB (EVENTSTORE_URL)'],
  json: ['--json', 'JSON on standard output'],
};

/** @param without the help does not show these */
function withGlobalOptions(command: Command, without: readonly string[] = []): Command {
  for (const [name, option] of Object.entries(GLOBAL_OPTIONS)) {
    command.addOption(new Option(...option).hideHelp(without.includes(name)));
  }
  return command.exitOverride();
}

/** Runs one command line; answers its exit code and never rejects. */
export async function runCommandLine(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  let json = words.includes('--json');
  let optionNames: OptionNames = new Map();
  const program = withGlobalOptions(new Command('ledger'))
    .usage('[options] VERB ...')
    .description('One record of a long relationship that both parties trust.')
    .version(version)
    .argument('[verb]')
    .argument('[words...]')
    .passThroughOptions()
    .configureHelp({ visibleArguments: () => [] })
    .addHelpText('after', AFTER_HELP)
    .action(async (name: string | undefined, rest: string[], before: GlobalOptions) => {
      if (name === undefined) return program.help({ error: true });
      if (name === 'help') {
        const asked = rest[0];
        if (asked === undefined) return program.help();
        name = asked;
        rest = ['--help'];
      }
      const found = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
      if (!found) return program.error(`error: unknown verb '${name}'; "ledger --help" lists them`);
      const { verb } = await found.load();
      const command = withGlobalOptions(new Command(`ledger ${name}`), found.without)
        .description(found.summary)
        .showHelpAfterError();
      verb(command, () => {
        const options: GlobalOptions = { ...before, ...command.opts<GlobalOptions>() };
        json = options.json === true;
        return { place: placeOf(options, environment), data: options.data, json };
      });
      optionNames = new Map(command.options.map((option) => [option.attributeName(), option.long ?? option.flags]));
      await command.parseAsync(rest, { from: 'user' });
      return;
    });
  try {
    await program.parseAsync(words, { from: 'user' });
    // A verb that ran and found something wrong (`verify`, `doctor`) has said so in the exit code.
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportFailure(error, json, optionNames);
  }
}
