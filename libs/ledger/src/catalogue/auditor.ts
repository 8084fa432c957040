/**
 * Who logs an auditor's entries: auditors are of no party, so that their entries are a third party's, and this stands
 * where others name the party that reports it.
 */
export const AUDITOR = 'auditor';

/** All that an auditor may log. */
export const AUDITOR_KINDS: readonly string[] = ['audit.opened', 'finding.raised', 'finding.closed'];
