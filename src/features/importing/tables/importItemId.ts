/** The id of an item: its plan and its ordinal. */
export function importItemId(planId: string, ordinal: number): string {
  return `${planId}.${ordinal}`;
}

/** Parses an item id; undefined if it is malformed. */
export function parseImportItemId(id: string): { planId: string; ordinal: number } | undefined {
  const match = /^([0-9a-f-]{36})\.(-?\d{1,9})$/.exec(id);
  return match?.[1] !== undefined && match[2] !== undefined
    ? { planId: match[1], ordinal: Number(match[2]) }
    : undefined;
}
