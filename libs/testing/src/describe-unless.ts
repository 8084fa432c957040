/** Describes, or, where something is lacking, skips and says what: in the name, and where a terse reporter hides it. */
export function describeUnless(lack: string | undefined, name: string, suite: () => void): void {
  if (lack === undefined) {
    describe(name, suite);
    return;
  }
  process.stderr.write(`${name}: skipped, because ${lack}\n`);
  describe.skip(`${name} (skipped, because ${lack})`, suite);
}
