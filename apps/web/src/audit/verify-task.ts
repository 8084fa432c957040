import type { LogVerdict } from '@app/ledger/verifier/verify-log';
import type { Verdict } from '@app/ledger/verifier/verify-bundle';

/** A bundle as it was brought: one archive, or the files of a folder by their names within it. */
export type BroughtBundle = readonly { readonly name: string; readonly file: File }[];

/** What the worker is asked. */
export type Task = {
  /** A signed note that the auditor kept; empty where there is none. */
  readonly checkpoint: string;
  /** The policy that the auditor pinned; empty: what the other side says is taken. */
  readonly policy: string;
} & (
  | { readonly of: 'log'; readonly relationship: string; readonly bundle: BroughtBundle | null }
  | { readonly of: 'bundle'; readonly bundle: BroughtBundle }
);

export type Phase = 'reading' | 'unpacking' | 'entries' | 'payloads' | 'receipts';

/** What it answers: how far it is, and at last one of the others. */
export type Told =
  | { readonly is: 'progress'; readonly phase: Phase; readonly done: number; readonly total: number }
  | {
      readonly is: 'log';
      readonly verdict: LogVerdict;
      /** Entries of the checkpoint that was brought. */
      readonly keptSize: number | null;
      readonly isPinned: boolean;
      /** As the server shows it now, a signed note: to be kept. */
      readonly note: string;
    }
  | { readonly is: 'bundle'; readonly verdict: Verdict; /** As the command line prints it. */ readonly text: string }
  /** What was brought cannot be used, or the server does not show its log: in a sentence. */
  | {
      readonly is: 'refused';
      /** Null where no answer came. */ readonly reason: string | null;
      readonly of: 'brought' | 'server';
    };
