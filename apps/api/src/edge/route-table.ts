import type { RouteOptions } from 'fastify';

interface TableRow {
  readonly method: string;
  readonly url: string;
  readonly pattern: RegExp;
}

/** Every route that the server answers, as it was registered: for 405, and for the test that each has a rule. */
export class RouteTable {
  private readonly rows: TableRow[] = [];

  /** To be called for every route as it is registered. */
  add({ method, url }: Pick<RouteOptions, 'method' | 'url'>): void {
    const pattern = new RegExp(
      `^${url
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\*/g, '.*')
        .replace(/:[A-Za-z]+/g, '[^/]+')}$`,
    );
    for (const each of [method].flat()) this.rows.push({ method: each, url, pattern });
  }

  list(): readonly { readonly method: string; readonly url: string }[] {
    return this.rows.map(({ method, url }) => ({ method, url }));
  }

  /** The methods that the address takes. */
  methodsAt(address: string): string[] {
    const path = address.split('?', 1)[0] as string;
    const methods = this.rows.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    return [...new Set(methods)].sort();
  }
}
