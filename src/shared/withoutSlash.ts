/** A URL without the slashes at its end, so that a path can follow. By hand: a pattern for it is quadratic or needs a look behind. */
export function withoutSlash(url: string): string {
  let end = url.length;
  while (url[end - 1] === '/') end--;
  return url.slice(0, end);
}
