import type { Fact } from './scoring/fact';
import type { Views } from './views';

/** Facts of one relationship, `road`, without any prose. */
export function viewsOf(facts: readonly Fact[]): Views {
  return {
    relationships: () => Promise.resolve([]),
    relationship: () => Promise.resolve(null),
    facts: (relationship) => Promise.resolve(relationship === 'road' ? facts : null),
    entries: () => Promise.resolve([]),
  };
}
