import type { Clocks } from '../parameters';
import { idsOf, textIn, type RegisterDates } from '../register';
import { saidIn, type Said } from '../register-entry';
import type { EntryReading } from '../scoring/entry-reading';
import { SELECTING_PARTY } from '../scoring/selection-ledger';
import type { Views } from '../views';

export interface Party {
  readonly id: string;
  readonly name: string | null;
  /** `client`, `provider` or `partner`. */
  readonly role: string | null;
  /** `joining`: not all agreed that it joins; `leaving`: it is a party until all agreed that it leaves. */
  readonly situation: 'joining' | 'party' | 'leaving' | 'left';
  /** Effective date on which it became one; of those that opened the ledger, the start. */
  readonly since: string | null;
  /** Effective date on which it left. */
  readonly until: string | null;
  readonly reason: string | null;
  /** Party whose place it took, by novation; null where it took nobody's. */
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly entries: readonly string[];
}

export interface PartyRegister extends RegisterDates {
  readonly parties: readonly Party[];
}

const FOUNDING = ['client', 'provider'] as const;

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function partyRegisterOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<PartyRegister> {
  const kinds = ['relationship.established', 'party.joined', 'party.left'];
  const { dates, day, reading, visible, said } = await saidIn(views, relationship, kinds, clocks, now);
  const present = reading.parties(day);
  const established = said.find(({ entry }) => entry.fact.kind === 'relationship.established');
  const byParty = Map.groupBy(
    said.filter(({ entry }) => entry.fact.kind !== 'relationship.established'),
    ({ entry }) => textIn(entry.data['party']) ?? '',
  );
  const founders: readonly string[] = reading.isSelection ? [SELECTING_PARTY] : FOUNDING;
  const ids = [...new Set([...founders, ...byParty.keys()])].filter((id) => id !== '');
  // An import may open its ledger with any entry.
  const opened = established?.entry ?? visible[0];
  const parties = ids.flatMap((id) => {
    const own = byParty.get(id) ?? [];
    const founding = founders.includes(id) ? opened : undefined;
    const entries = [...(founding === undefined ? [] : [founding]), ...own.map(({ entry }) => entry)];
    if (entries.length === 0) return [];
    const replacedBy = said.find(({ entry }) => entry.data['replaces'] === id && entry.inEffect)?.entry.data['party'];
    const row = partyRow(id, { own, established, founding, isParty: present.includes(id) });
    return [{ ...row, replacedBy: textIn(replacedBy), entries: idsOf(entries) }];
  });
  return { ...dates, parties };
}

interface About {
  readonly own: readonly Said[];
  readonly established: Said | undefined;
  /** The entry that opened the ledger, of a party that did. */
  readonly founding: EntryReading | undefined;
  readonly isParty: boolean;
}

function partyRow(id: string, { own, established, founding, isParty }: About): Omit<Party, 'replacedBy' | 'entries'> {
  const last = (kind: string): Said | undefined =>
    own.findLast(({ entry }) => entry.fact.kind === kind && entry.inEffect) ??
    own.findLast(({ entry }) => entry.fact.kind === kind);
  const [joined, left] = [last('party.joined'), last('party.left')];
  const opened = founding !== undefined && joined?.entry.inEffect !== true;
  return {
    id,
    name: textIn(opened ? established?.data[id] : joined?.data['name']),
    role: opened ? id : textIn(joined?.entry.data['role']),
    situation: isParty
      ? left !== undefined && !left.entry.inEffect
        ? 'leaving'
        : 'party'
      : left?.entry.inEffect === true
        ? 'left'
        : 'joining',
    since: (opened ? (textIn(established?.data['start']) ?? founding.effective) : joined?.entry.effective) ?? null,
    until: isParty ? null : (left?.entry.effective ?? null),
    reason: textIn(left?.data['reason']),
    replaces: textIn(joined?.entry.data['replaces']),
  };
}
