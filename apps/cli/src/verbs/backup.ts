import { statSync } from 'node:fs';
import { Problem } from '@app/ledger';
import { backUp } from '../archive/back-up';
import { say, sayJson } from '../output';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  command.argument('<file>', 'the backup; must not exist').action(async (file: string) => {
    const { place, json } = setting();
    if (place.eventStoreUrl !== null) {
      throw new Problem('invalid-parameter', 'back up the log in EventStoreDB with its own tools', 'eventstore');
    }
    const { privateFiles } = await backUp(place, file);
    const { size } = statSync(file);
    if (json) return sayJson({ file, bytes: size, privateFiles });
    say(
      `${file}: ${size} bytes, the log and ${privateFiles} private files. "ledger restore ${file} --data DIR" brings it back.`,
    );
  });
};
