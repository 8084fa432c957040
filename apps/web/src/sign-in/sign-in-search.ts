export interface SignInSearch {
  /** The address that was asked for, of this application. */
  readonly to?: string;
}

/** What begins with two slashes, or with one and a backslash, leads to another host. */
export function signInSearchOf(search: Readonly<Record<string, unknown>>): SignInSearch {
  const { to } = search;
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {};
}
