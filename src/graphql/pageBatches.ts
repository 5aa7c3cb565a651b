/**
 * Reads pages of many owners at once: one call for each size and place of a page, because one operation may ask for several under
 * aliases. `pageOf` gives what pages that can be read together have in common.
 */
export async function readPages<Key, Row>(
  keys: readonly Key[],
  pageOf: (key: Key) => unknown,
  read: (alike: readonly [Key, ...Key[]]) => Promise<Row[][]>,
): Promise<Row[][]> {
  const keysByPage = new Map<string, [Key, ...Key[]]>();
  for (const key of keys) {
    const page = JSON.stringify(pageOf(key));
    const alike = keysByPage.get(page);
    if (alike) alike.push(key);
    else keysByPage.set(page, [key]);
  }
  const rowsByKey = new Map<Key, Row[]>();
  for (const alike of keysByPage.values()) {
    const lists = await read(alike);
    for (const [index, key] of alike.entries()) rowsByKey.set(key, lists[index] ?? []);
  }
  return keys.map((key) => rowsByKey.get(key) ?? []);
}
