import type { Command } from 'commander';

/** What a score, and all that is read like one, is asked for: both clocks and the version of the method. */
export interface ClockOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly clock?: 'claimed' | 'ledger';
  readonly factorSet?: string;
}

const KNOWN_AT = 'as it was known then; an instant, or a date for the end of its day (UTC)';

export function withAsOf(command: Command): Command {
  return command.option('--as-of <date>', 'what had happened by then (default: today, UTC)');
}

export function withKnownAt(command: Command): Command {
  return command
    .option('--known-at <instant>', KNOWN_AT)
    .option('--clock <clock>', 'what --known-at cuts on: claimed (default) or ledger');
}

export function withFactorSet(command: Command): Command {
  return command.option('--factor-set <version>', 'score under this version instead of the one in force');
}
