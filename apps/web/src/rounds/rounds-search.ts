/** What the address says of the view of the rounds; never anything of what somebody rates. */
export interface RoundsSearch {
  /** Id of the round that is looked at; absent: all of them. */
  readonly round?: string;
  /** Code of the factor that is rated, or talked about. */
  readonly factor?: number;
  /** The form that opens a round is shown. */
  readonly opening?: true;
}

export function roundsSearchOf(search: Readonly<Record<string, unknown>>): RoundsSearch {
  const { round, factor, opening } = search;
  const id = typeof round === 'string' || typeof round === 'number' ? String(round) : '';
  return {
    ...(id === '' ? {} : { round: id }),
    ...(typeof factor === 'number' && Number.isSafeInteger(factor) && factor > 0 ? { factor } : {}),
    ...(opening === true ? { opening: true as const } : {}),
  };
}
