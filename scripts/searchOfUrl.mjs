/**
 * Stands for `url` where a package needs no more of `url.parse` than the part from the question mark on: Node 24 warns of `url.parse` unless the
 * caller is in `node_modules`.
 */
export function parse(url) {
  const [path] = url.split('#', 1);
  const at = path.indexOf('?');
  return { search: at === -1 ? null : path.slice(at) };
}
