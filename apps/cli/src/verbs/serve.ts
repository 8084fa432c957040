import { Problem } from '@app/ledger';
import { serve } from '../../../api/src/main';
import { DemoRefused } from '../../../api/src/run/demo';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  command
    .addHelpText(
      'after',
      '\nHOST and PORT say where it listens (127.0.0.1 and 4400 unless given). LOG_NAME names a new log (a URL without' +
        '\nits scheme). PRIMARY=no: another process on the same EventStoreDB signs the log.',
    )
    .action(async () => {
      try {
        await serve(setting().place, process.env);
      } catch (error) {
        if (error instanceof DemoRefused) throw new Problem('not-allowed-now', error.message);
        if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
          const { address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
          throw new Problem(
            'invalid-parameter',
            `another program listens on ${address}:${port} already; set PORT to another`,
            'PORT',
          );
        }
        throw error;
      }
    });
};
