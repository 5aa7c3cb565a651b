/**
 * A URL as it is shown: scheme, host and port, and the path if `withPath`. The query and the user information may contain credentials of
 * the receiver; so may the path, for users who did not set it.
 */
export function shownAddress(url: string, { withPath }: { withPath: boolean }): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return withPath ? `${origin}${pathname}` : origin;
}
