/**
 * An address as it is shown: scheme, host and port, and the path where that is wanted. The query, and what stands before the host, may
 * hold what the receiver knows its callers by; so may a path, for those who did not choose it.
 */
export function shownAddress(url: string, { withPath }: { withPath: boolean }): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return withPath ? `${origin}${pathname}` : origin;
}
