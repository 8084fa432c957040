import { namedKey, newKeyFile, readKeyFile } from '../remote/key-file';
import { say, sayJson } from '../output';
import type { Verb } from '../verb';

interface Options {
  readonly out?: string;
  readonly device?: string;
}

export const verb: Verb = (command, setting) => {
  command
    .argument('<action>', '"new" draws a key; "registration" writes the entry that registers the key in a file')
    .argument('[file]', 'of "registration": the key file')
    .option('--out <file>', 'of "new": the file to make, for its owner alone')
    .option('--device <name>', 'of "registration": where the key is kept')
    .action(async (action: string, file: string | undefined, { out, device }: Options) => {
      const { json } = setting();
      if (action === 'new' && file === undefined) {
        if (out === undefined) return command.error("error: required option '--out <file>' not specified");
        const key = namedKey(await newKeyFile(out));
        return json ? sayJson(key) : say(`Key id      ${key.keyId}\nPublic key  ${key.publicKey}`);
      }
      if (action === 'registration') {
        if (file === undefined) return command.error("error: missing required argument 'file'");
        const data = { ...namedKey(await readKeyFile(file)), ...(device !== undefined && { device }) };
        return sayJson({ kind: 'key.registered', effective: new Date().toISOString().slice(0, 10), data });
      }
      return command.error(`error: "key ${action}" is none of "key new --out FILE" and "key registration FILE"`);
    });
};
