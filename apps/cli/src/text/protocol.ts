import type { WithoutProtocol } from '@app/ledger';
import { emphasis } from '../output';

/** A line that says that a record is kept without a protocol; empty where there is nothing to say. */
export function protocolText(without: WithoutProtocol | null): string {
  if (without === null) return '';
  const { situation, protocol, waitingFor, entries, since } = without;
  const why = {
    missing: 'nobody logged one (protocol.agreed)',
    waiting: `${protocol ?? ''} waits for ${waitingFor.join(', ')}`,
    late: `${protocol ?? ''} was agreed only afterwards`,
  }[situation];
  const first = entries === 1 ? `1 live entry (${since}) was` : `${entries} live entries, from ${since} on, were`;
  return `\n${emphasis('yellow', 'No protocol for using this record:')} ${first} logged without; ${why}.`;
}
