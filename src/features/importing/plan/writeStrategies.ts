import type { PlanRow } from '../tables/planRows.js';

/** Kinds whose copies may update existing resources, and those of them for which an update changes only the parts in the file. */
export interface WritableKinds {
  upsertKinds: string[];
  partialKinds: string[];
}

/**
 * A choice of the user takes precedence over a setting in the file. Defaults: `INSERT` (a copy only creates), and `UPDATE` (an
 * update replaces the whole resource).
 */
export function writableKinds(
  { options, fileFacts }: Pick<PlanRow, 'options' | 'fileFacts'>,
  kindNames: readonly string[],
): WritableKinds {
  const statedByKind = new Map((fileFacts.stated ?? []).map((stated) => [stated.kind, stated]));
  const upsertKinds = kindNames.filter(
    (kind) => (options.createStrategy ?? statedByKind.get(kind)?.createStrategy) === 'UPSERT',
  );
  const partialKinds = upsertKinds.filter(
    (kind) => (options.updateStrategy ?? statedByKind.get(kind)?.updateStrategy) === 'PARTIAL_UPDATE',
  );
  return { upsertKinds, partialKinds };
}
