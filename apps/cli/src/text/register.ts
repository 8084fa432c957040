import { knownText } from './score';

/** A register under its dates. Its tables count the entries behind each row; `--json` names them. */
export function registerText(
  { asOf, knownAt }: { readonly asOf: string; readonly knownAt: string | null },
  ...parts: readonly string[]
): string {
  return [`As of ${asOf}, ${knownText(knownAt)}; --json names the entries behind each row.`, ...parts].join('\n\n');
}
