import { SAMPLE_RELATIONSHIP, type Story } from './story';

/** Who stands around the contract (stakeholders, candidates, auditors), and what was done to the record itself. */
export function tellSurroundings(story: Story): void {
  tellStakeholders(story);
  tellSelection(story);
  tellAssurance(story);
  tellRecord(story);
}

function tellStakeholders(story: Story): void {
  const impacts: readonly (readonly ['client' | 'provider', string, string, string, string, string])[] = [
    [
      'client',
      '2016-11-24',
      'Public / Asset & Service Users',
      'positive',
      'medium',
      'Night works spare the school run.',
    ],
    ['client', '2019-11-07', 'Politicians', 'negative', 'high', 'Members hear two stories about the same road.'],
    ['client', '2021-10-28', 'Parishes and Town Councils', 'positive', 'medium', 'A calendar they can plan by.'],
    ['provider', '2024-04-25', 'Workforce & Trade Unions', 'positive', 'high', 'Safety walks led by crews.'],
  ];
  for (const [party, effective, group, impact, size, how] of impacts) {
    const entry = story.tell(party, 'stakeholder.assessed', effective, how, {
      data: { group, of: 'The service', impact, size, how },
    });
    if (impact !== 'neutral') entry.oftenAgreed();
  }
  const drivers: readonly (readonly [string, string, number, string])[] = [
    ['Ensure Public Security & Safety', 'client', 100, 'H'],
  ];
  for (const [driver, of, weight, alignment] of drivers) {
    story.tell('joint', 'driver.weighted', '2021-04-29', `${driver}: weighed in the workshop.`, {
      data: { driver, of, weight, alignment, reason: 'Both lists on one wall' },
    });
  }
}

function tellSelection(story: Story): void {
  const candidates: readonly (readonly [
    string,
    string,
    number,
    'claimed' | 'documented' | 'confirmed-by-another-client',
  ])[] = [['can-asphalt', 'Larch Surfacing (fictional)', 3, 'confirmed-by-another-client']];
  for (const [candidate, name, level, proof] of candidates) {
    story.tell('provider', 'candidate.considered', '2022-08-16', `${name} for the surfacing subcontract.`, {
      data: { candidate, name },
    });
    story.tell('client', 'candidate.rated', '2022-09-20', `${name}: how they deal with issues.`, {
      factor: 609,
      data: { candidate, level, proof, evidenced: proof !== 'claimed' },
    });
  }
  story
    .tell('provider', 'candidate.selected', '2022-10-27', 'The firm that tells us bad news.', {
      data: { candidate: 'can-asphalt', reason: 'Best fit in conduct, second in price' },
    })
    .oftenAgreed();
}

function tellAssurance(story: Story): void {
  story.tell('client', 'audit.opened', '2020-06-09', 'Internal audit of contract management, remote.', {
    data: { audit: 'aud-2020', scope: 'Contract management', by: 'client-internal-audit', asOf: '2020-03-31' },
  });
  const findings: readonly (readonly [string, string, number, string, string, string])[] = [
    [
      'fin-board',
      'The joint board did not meet for more than a year',
      601,
      'major-nonconformity',
      '2021-04-20',
      '2021-09-28',
    ],
    ['fin-winter', 'Winter readiness is well kept', 608, 'good-practice', '', ''],
  ];
  for (const [finding, title, factor, grade, answered, closed] of findings) {
    story.tell('client', 'finding.raised', '2020-07-14', `${title}.`, {
      factor,
      member: 'm-auditor-1',
      data: { finding, audit: 'aud-2020', title, grade },
    });
    if (answered === '') continue;
    story.tell('provider', 'finding.answered', answered, 'Taken up in the reset.', {
      data: { finding, action: 'See the reset', owner: 'client', due: '2021-09-30' },
    });
    story.tell('client', 'finding.closed', closed, 'Verified on the spot.', {
      member: 'm-auditor-1',
      data: { finding, verified: 'Minutes and log seen' },
    });
  }
  story.tell('joint', 'rating.independent', '2024-03-05', 'Peer review: objectives are shared and alive.', {
    factor: 603,
    data: { level: 3, assessor: 'peer', reason: 'Before the extension decision' },
  });
  story.tell('joint', 'rating.independent', '2024-03-05', 'Peer review: trust is measured and acted upon.', {
    factor: 614,
    data: { level: 4, assessor: 'peer', reason: 'Before the extension decision' },
  });
}

function tellRecord(story: Story): void {
  story.tell('client', 'key.registered', '2022-01-17', 'The contract manager’s signing key.', {
    data: { keyId: 'key-client-1', publicKey: 'fictional-sample-no-key', device: 'Office laptop' },
  });
  story.tell('client', 'key.revoked', '2023-08-01', 'The laptop was lost on a train.', {
    data: { keyId: 'key-client-1', reason: 'Device lost' },
  });
  story.tell('client', 'erasure.refused', '2022-05-24', 'A claimant asked to have an inspection note erased.', {
    data: { entries: 'Inspection note of 2019', ground: 'legal-claims' },
  });
  story.tell('provider', 'data.erased', '2023-02-14', 'The name of a former foreman is erased from one text.', {
    data: { entries: 'One behaviour entry of 2019', ground: 'objection-upheld' },
  });
  const reports: readonly (readonly [string, string, string])[] = [
    ['2022-05-26', 'members-public', '2022-04-30'],
    ['2024-04-30', 'joint-board', '2024-03-31'],
  ];
  for (const [effective, audience, asOf] of reports) {
    const factorSet = asOf < '2022' ? 'mutuality@1.0-draft' : 'mutuality@1.1-north-road';
    story.tell(
      'client',
      'report.published',
      effective,
      `Report on ${SAMPLE_RELATIONSHIP} as of ${asOf} (fictional sample).`,
      {
        data: { audience, asOf, knownAt: `${asOf}T23:59:59Z`, factorSet, sha256: story.random.hex(64) },
      },
    );
  }
  story
    .tell('client', 'note.logged', '2016', 'Looking back: the first year was easy because nobody counted.', {
      factor: 601,
      sign: '0',
      loggedAfterDays: 1640,
      data: { category: 'governance' },
      tags: ['late', 'looking-back'],
    })
    .noted('A fair remark, four years late.');
  story
    .tell(
      'provider',
      'note.logged',
      '2019-07-04T15:20:00+01:00',
      'A shouting match at the depot gate; both sides to blame.',
      {
        factor: 614,
        sign: '-',
        data: { category: 'behaviour' },
        loggedAfterDays: 625,
        tags: ['late'],
      },
    )
    .agreed({ text: 'We remember it the same way.' });
}
