import type { OnRecord } from '@app/ledger';
import { emphasis } from '../output';

/** What is to be said of a record with whatever is read of it, a line each; empty where there is nothing to say. */
export function onRecordText({ withoutProtocol, restsOnImport }: OnRecord): string {
  return protocolText(withoutProtocol) + importText(restsOnImport);
}

function protocolText(without: OnRecord['withoutProtocol']): string {
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

function importText(rests: OnRecord['restsOnImport']): string {
  if (rests === null) return '';
  const waiting = `not accepted yet by ${rests.waitingFor.join(', ')} (import.accepted)`;
  return `\n${emphasis('yellow', 'Rests on an import:')} ${rests.imported} entries were logged elsewhere, ${waiting}.`;
}
