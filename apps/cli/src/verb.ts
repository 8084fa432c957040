import type { Command } from 'commander';
import type { Place } from './place';

/** What every verb was told, wherever on the command line it stood. */
export interface Setting {
  readonly place: Place;
  /** What `--data` said, for a verb whose directory is no ledger's. */
  readonly data: string | undefined;
  /** JSON alone on standard output. */
  readonly json: boolean;
}

/** Declares a verb's arguments, options and action. The setting is known once the action runs. */
export type Verb = (command: Command, setting: () => Setting) => void;
