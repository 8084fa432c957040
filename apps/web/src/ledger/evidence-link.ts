/** The address of a piece of evidence where a browser may safely go there; null where it is shown as text alone. */
export function evidenceLink(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
