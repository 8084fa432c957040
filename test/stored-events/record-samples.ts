import { invalid, noDate, notNow, LEDGER_ALONE, NEXT, NO_FAULT, YESTERDAY, type LiveSample, type Told } from './sample';

const HASH = 'a'.repeat(64);
const KEY = '197f6b23e16c8532c6abc838facd5ea789be0c76b2920334039bfa8b3d368d61';
const KEY_ID = 'b600306cfa76723f';
const CANDIDATE: Told = ['client', 'candidate.considered', { data: { candidate: 'hillway', name: 'Hillway' } }];
const ROUND: Told = ['client', 'round.opened', { data: { round: 'spring', factors: [601, 602], closes: '2026-06-30' } }]; // prettier-ignore
const AUDIT: Told = ['auditor', 'audit.opened', { data: { audit: 'year-1', scope: 'All', by: 'external-audit', asOf: YESTERDAY } }]; // prettier-ignore
const FINDING_DATA = { finding: 'minutes', audit: 'year-1', title: 'Minutes missing', grade: 'observation' };
const FINDING: Told = ['auditor', 'finding.raised', { data: FINDING_DATA }];
const NOTE: Told = ['client', 'note.logged', { factor: 609, sign: '-', text: 'Late again' }];
const NOT_APPLICABLE: Told = ['both', 'factor.not-applicable', { factor: 612, data: { reason: 'Too early', until: NEXT } }]; // prettier-ignore

/** From stakeholders to the record itself. */
export const RECORD_SAMPLES: Readonly<Record<string, LiveSample>> = {
  'stakeholder.assessed': {
    said: { data: { group: 'Residents', of: 'Night work', impact: 'negative', size: 'low', how: 'Noise' } },
    refused: NO_FAULT,
  },
  'driver.weighted': {
    said: { data: { driver: 'Public safety', of: 'client', weight: 80, alignment: 'H' } },
    refused: invalid('weight', '80'),
  },
  'candidate.considered': {
    said: { data: { candidate: 'hillway', name: 'Hillway' } },
    refused: invalid('name'),
  },
  'candidate.rated': {
    before: [CANDIDATE],
    said: { factor: 601, data: { candidate: 'hillway', level: 3, proof: 'claimed' } },
    refused: invalid('level', 5),
  },
  'candidate.selected': {
    before: [CANDIDATE],
    said: { data: { candidate: 'hillway', reason: 'It fits best' } },
    refused: notNow('data.candidate', { data: { candidate: 'other' } }),
  },
  'round.opened': {
    said: { data: { round: 'spring', factors: [601, 602], closes: '2026-06-30' } },
    refused: notNow('data.closes', { data: { closes: '2026-05-31' } }),
  },
  'rating.committed': {
    before: [ROUND],
    said: { data: { round: 'spring', commitment: HASH } },
    refused: invalid('commitment', 'level 3'),
  },
  'rating.revealed': LEDGER_ALONE,
  'round.closed': {
    before: [ROUND],
    said: { data: { round: 'spring' } },
    refused: notNow('data.round', { data: { round: 'other' } }),
  },
  'rating.given': {
    said: { factor: 601, level: 3 },
    refused: { said: { level: 5 }, code: 'invalid-entry', field: 'level' },
  },
  'rating.jmt-agreed': {
    by: 'both',
    said: { factor: 601, level: 3 },
    refused: { said: { evidenced: true }, code: 'invalid-entry', field: 'evidenced' },
  },
  'factor.not-applicable': {
    by: 'both',
    said: { factor: 612, data: { reason: 'Too early', until: NEXT } },
    refused: notNow('factor', { factor: 615 }),
  },
  'factor.applicable': {
    before: [NOT_APPLICABLE],
    by: 'both',
    said: { factor: 612, data: { reason: 'Lessons come in' } },
    refused: notNow('factor', { factor: 611 }),
  },
  'rating.independent': {
    said: { factor: 601, data: { level: 3, assessor: 'peer', reason: 'Seen in the minutes' } },
    refused: invalid('assessor', 'consultant'),
  },
  'audit.opened': {
    by: 'auditor',
    said: { data: { audit: 'year-1', scope: 'All', by: 'external-audit', asOf: YESTERDAY } },
    refused: { said: { sign: '-' }, code: 'invalid-entry', field: 'sign' },
  },
  'finding.raised': {
    before: [AUDIT],
    by: 'auditor',
    said: { factor: 601, data: FINDING_DATA },
    refused: notNow('data.audit', {}, 'client'),
  },
  'finding.answered': {
    before: [AUDIT, FINDING],
    by: 'client',
    said: { data: { finding: 'minutes', action: 'A clerk', owner: 'client', due: NEXT } },
    refused: notNow('data.finding', { data: { finding: 'other' } }),
  },
  'finding.closed': {
    before: [AUDIT, FINDING],
    by: 'auditor',
    said: { data: { finding: 'minutes', verified: 'Seen' } },
    refused: notNow('data.finding', {}, 'provider'),
  },
  'note.logged': {
    said: { factor: 609, sign: '-', severity: 'minor', text: 'Late again' },
    refused: { said: { severity: 'huge' as never }, code: 'invalid-entry', field: 'severity' },
  },
  'entry.agreed': {
    before: [NOTE],
    by: 'provider',
    said: { data: { severity: 'minor' } },
    refused: { said: { data: { severity: 'critical' } }, code: 'invalid-answer', field: 'data.severity' },
  },
  'entry.disputed': {
    before: [NOTE],
    by: 'provider',
    said: { text: 'It was on time' },
    refused: { by: 'client', said: {}, code: 'invalid-answer', field: 'answers' },
  },
  'entry.corrected': {
    before: [NOTE],
    said: { text: 'The other road', data: { severity: 'minor' } },
    refused: { by: 'provider', said: {}, code: 'invalid-answer', field: 'answers' },
  },
  'entry.voided': {
    before: [NOTE],
    said: { text: 'Twice' },
    refused: { by: 'provider', said: {}, code: 'invalid-answer', field: 'answers' },
  },
  'evidence.added': {
    before: [NOTE],
    by: 'provider',
    said: { evidence: [{ title: 'Photograph', sha256: HASH }] },
    refused: { said: { evidence: [] }, code: 'invalid-entry', field: 'evidence' },
  },
  'key.registered': {
    said: { data: { keyId: KEY_ID, publicKey: KEY, device: 'Desk' } },
    refused: invalid('keyId', '0'.repeat(16)),
  },
  'key.revoked': {
    before: [['client', 'key.registered', { data: { keyId: KEY_ID, publicKey: KEY } }]],
    said: { data: { keyId: KEY_ID, reason: 'Lost' } },
    refused: notNow('data.keyId', { data: { keyId: '0'.repeat(16) } }),
  },
  'logkey.rotated': LEDGER_ALONE,
  'data.erased': {
    said: { data: { entries: 'e-7', ground: 'no-longer-needed' } },
    refused: invalid('ground', 'because'),
  },
  'erasure.refused': {
    said: { data: { entries: 'e-7', ground: 'legal-claims' } },
    refused: invalid('ground', 'no-longer-needed'),
  },
  'entry.noted': {
    before: [NOTE],
    by: 'provider',
    said: { text: 'Seen' },
    refused: { said: { effective: YESTERDAY }, code: 'invalid-entry', field: 'effective' },
  },
  'entry.remedied': {
    before: [['both', 'note.logged', NOTE[2]]],
    said: { data: { action: 'Cleared' } },
    refused: invalid('action'),
  },
  'import.accepted': {
    imported: true,
    said: { data: { sha256: HASH, entries: 1 } },
    refused: notNow('data.entries', { data: { entries: 2 } }),
  },
  'report.published': {
    said: {
      data: {
        ...{ audience: 'joint-board', asOf: YESTERDAY, knownAt: '2026-06-01T08:00:00Z', score: 61.5, sha256: HASH },
        factorSet: 'mutuality@1.0-draft',
      },
    },
    refused: noDate('knownAt', '2026-06-01'),
  },
  'record.broken': LEDGER_ALONE,
};
