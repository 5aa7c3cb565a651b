import type { PlanRow } from '../tables/planRows.js';

/** Kinds whose copies may change what has their name, and of these, those of which only what the file holds is changed. */
export interface WritableKinds {
  upsertKinds: string[];
  partialKinds: string[];
}

/**
 * What a person chose goes before what the file states for a kind; where neither says anything, a copy is only ever new (`INSERT`), and
 * an update replaces the whole (`UPDATE`).
 */
export function writableKinds({ options }: Pick<PlanRow, 'options'>, kindNames: readonly string[]): WritableKinds {
  const statedByKind = new Map((options.stated ?? []).map((stated) => [stated.kind, stated]));
  const upsertKinds = kindNames.filter(
    (kind) => (options.createStrategy ?? statedByKind.get(kind)?.createStrategy) === 'UPSERT',
  );
  const partialKinds = upsertKinds.filter(
    (kind) => (options.updateStrategy ?? statedByKind.get(kind)?.updateStrategy) === 'PARTIAL_UPDATE',
  );
  return { upsertKinds, partialKinds };
}
