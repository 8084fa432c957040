import type { Source } from '../journal/lines';

/** An OCDS package before it is a file. */
export type Package = Readonly<Record<string, unknown>>;

export const OCID = 'ocds-abc123-0001';

const BUYER = { id: 'GB-LAE-NTH', name: 'North Council' };
const SUPPLIER = { id: 'GB-COH-0042', name: 'Fieldway Ltd' };
const PERSON = { name: 'Ann Other', email: 'ann@north.example', telephone: '0191 000' };

/** A release of the contract in the field names of 1.1, with what a test changes. */
export function release(date: string, tag: string, sections: object = {}): Package {
  return { ocid: OCID, id: `${OCID}-${date}`, date, tag: [tag], initiationType: 'tender', ...sections };
}

export const parties = {
  parties: [
    { ...BUYER, roles: ['buyer'], contactPoint: PERSON },
    { ...SUPPLIER, roles: ['supplier'], contactPoint: PERSON },
  ],
  buyer: BUYER,
  awards: [{ id: 'a1', suppliers: [SUPPLIER] }],
};

/** The first release: a contract of five years, signed. */
export function signed(contract: object = {}, sections: object = {}): Package {
  return release('2020-02-01T12:00:00+01:00', 'contract', {
    ...parties,
    contracts: [
      {
        id: 'c1',
        awardID: 'a1',
        title: 'Northern roads',
        status: 'active',
        period: { startDate: '2020-04-01T00:00:00+01:00', endDate: '2025-03-31T23:59:59+01:00' },
        value: { amount: 1000000.5, currency: 'GBP' },
        dateSigned: '2020-01-31T00:00:00+01:00',
        ...contract,
      },
    ],
    ...sections,
  });
}

/** A later release that speaks of the contract alone. */
export function later(date: string, contract: object, tag = 'implementation'): Package {
  return release(date, tag, { contracts: [{ id: 'c1', awardID: 'a1', ...contract }] });
}

export function releasePackage(...releases: readonly Package[]): Package {
  return { uri: 'https://example.org/package', version: '1.1', publishedDate: '2024-01-01T00:00:00Z', releases };
}

export function recordPackage(...records: readonly Package[]): Package {
  return { uri: 'https://example.org/records', version: '1.1', records };
}

/** The same contract as OCDS 1.0 has it: no parties, no ids of organisations, other names. */
export function oldRelease(date: string, contract: object = {}): Package {
  const identifier = { scheme: 'GB-COH', id: '0042', legalName: 'Fieldway Ltd' };
  return {
    ocid: OCID,
    id: `old-${date}`,
    date,
    tag: ['contract'],
    initiationType: 'tender',
    buyer: { identifier: { scheme: 'GB-LAE', id: 'NTH' }, name: 'North Council', contactPoint: PERSON },
    awards: [{ id: 'a1', suppliers: [{ identifier, name: 'Fieldway Ltd', contactPoint: PERSON }] }],
    contracts: [
      {
        id: 'c1',
        awardID: 'a1',
        title: 'Northern roads',
        status: 'active',
        period: { startDate: '2020-04-01T00:00:00Z', endDate: '2025-03-31T00:00:00Z' },
        dateSigned: '2020-01-31T00:00:00Z',
        ...contract,
      },
    ],
  };
}

export function fileOf(content: Package | string): Source {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return async function* () {
    yield Buffer.from(text);
  };
}
