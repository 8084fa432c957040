import { InvalidInput } from '@app/ledger/verifier/known';

/** What a browser cannot read of what it was given, such as a folder that was dropped as if it were a file. */
export async function readBrought(name: string, file: Blob): Promise<Buffer> {
  try {
    return Buffer.from(await file.arrayBuffer());
  } catch (error) {
    throw new InvalidInput(name, `it cannot be read (${reasonOf(error)}): give the archive, or choose the folder`);
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
