/** What an import may mean by a name that nothing has: an item of the file, or a resource of the branch, with a name that is like it. */
import { KnownNames, type Candidate, type KnownName } from '../../kinds/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../planRows.js';
import { namesNear, type NameRow, type NameShelf } from './namesNear.js';
import { unseenBy } from './unseenBy.js';

/** Something with a name, and perhaps a title; in the file it has a place, on the branch an id. */
interface Named extends KnownName {
  kind: string;
  ordinal: number | null;
  resourceId: string | null;
}

/** A name that nothing has, and what may be meant by it. */
export interface MissingName {
  name: string;
  /** Kinds of what may be meant. */
  kinds: readonly string[];
  /** See `candidatesFor`. */
  hint?: string | undefined;
}

/** What may be meant: an item of the file, or a resource of the branch. */
export type NamedCandidate = Candidate & Pick<Named, 'ordinal' | 'resourceId'>;

/** So many names of a kind are all compared; of more, those near the missing one. */
const maxComparedNames = 5000;

/** What the file and the branch have that may be meant by each of some missing names, in their order; the likeliest first. */
export async function candidatesInPlan(
  context: WorkerContext,
  plan: PlanRow,
  { missing, limit }: { missing: readonly MissingName[]; limit: number },
): Promise<NamedCandidate[][]> {
  const named = await namesLike(context, plan, missing);
  const namesByKinds = new Map<string, { known: KnownNames; namedByName: ReadonlyMap<string, Named> }>();
  const knownOf = (kinds: readonly string[]) => {
    const key = JSON.stringify(kinds);
    let found = namesByKinds.get(key);
    if (!found) {
      const ofKinds = kinds.flatMap((kind) => named.get(kind) ?? []);
      found = { known: new KnownNames(ofKinds), namedByName: new Map(ofKinds.map((each) => [each.name, each])) };
      namesByKinds.set(key, found);
    }
    return found;
  };
  const candidatesByNeed = new Map<string, NamedCandidate[]>();
  return missing.map(({ name, kinds, hint }) => {
    const need = JSON.stringify([name, kinds, hint]);
    let candidates = candidatesByNeed.get(need);
    if (!candidates) {
      const { known, namedByName } = knownOf(kinds);
      candidates = known.candidatesFor(name, { hint, limit }).map((candidate) => {
        const { ordinal = null, resourceId = null } = namedByName.get(candidate.name) ?? {};
        return { ...candidate, ordinal, resourceId };
      });
      candidatesByNeed.set(need, candidates);
    }
    return candidates;
  });
}

/** Names to compare with, by kind. Where one name is in the file and on the branch, the item of the file is meant. */
async function namesLike(
  context: WorkerContext,
  plan: PlanRow,
  missing: readonly MissingName[],
): Promise<Map<string, Named[]>> {
  const textsByKind = new Map<string, Set<string>>();
  for (const { name, kinds, hint } of missing) {
    for (const kind of kinds) {
      const texts = textsByKind.get(kind) ?? new Set();
      textsByKind.set(kind, texts.add(name));
      if (hint !== undefined) texts.add(hint);
    }
  }
  const unseenIds = await unseenBy(context, plan);
  const seen = (await onBranch(context, plan, textsByKind)).filter(
    ({ resourceId }) => !unseenIds.has(resourceId ?? ''),
  );
  const rows = [...seen, ...(await inFile(context, plan, textsByKind))];
  const namedByKind = new Map<string, Map<string, Named>>();
  for (const row of rows) {
    const namedByName = namedByKind.get(row.kind) ?? new Map<string, Named>();
    const other = namedByName.get(row.name);
    namedByName.set(row.name, other ? { ...row, resourceId: other.resourceId ?? row.resourceId } : row);
    namedByKind.set(row.kind, namedByName);
  }
  return new Map([...namedByKind].map(([kind, namedByName]) => [kind, [...namedByName.values()]]));
}

type TextsByKind = ReadonlyMap<string, ReadonlySet<string>>;

/** Of a kind with few names all of them; of another those near each text. */
async function onBranch(
  { connection }: WorkerContext,
  { branchId }: PlanRow,
  textsByKind: TextsByKind,
): Promise<Named[]> {
  const counts = await connection.all<{ kind: string; total: number }>(
    `SELECT kind, total FROM resource_count WHERE branch_id = :branchId AND kind IN ${connection.textList(':kinds')}`,
    { branchId, kinds: JSON.stringify([...textsByKind.keys()]) },
  );
  const few = counts.filter(({ total }) => total <= maxComparedNames).map(({ kind }) => kind);
  const rows = await connection.all<NameRow>(
    `SELECT r.id AS key, r.kind, r.name, r.title FROM resource r
     WHERE r.branch_id = :branchId AND r.kind IN ${connection.textList(':few')}`,
    { branchId, few: JSON.stringify(few) },
  );
  for (const { kind } of counts.filter(({ total }) => total > maxComparedNames)) {
    const shelf: NameShelf = {
      table: 'resource',
      key: { column: 'id', isNumber: false },
      scope: 'x.branch_id = :branchId',
      params: { branchId, kind },
      isFolded: true,
      isMixed: false,
    };
    rows.push(...(await namesNear(connection, shelf, textsByKind.get(kind) ?? new Set())));
  }
  return rows.map(({ key, title, kind, name }) => {
    return { kind, name, secondName: title ?? undefined, ordinal: null, resourceId: String(key) };
  });
}

async function inFile(
  { connection }: WorkerContext,
  { no: planNo }: PlanRow,
  textsByKind: TextsByKind,
): Promise<Named[]> {
  const rows: NameRow[] = [];
  for (const [kind, texts] of textsByKind) {
    const params = { planNo, kind };
    // The index of endings has all that this needs.
    const some = await connection.get<{ total: number }>(
      `SELECT count(*) AS total FROM (SELECT 1 FROM import_item i WHERE i.plan_no = :planNo AND i.kind = :kind
       LIMIT ${maxComparedNames + 1}) AS c`,
      params,
    );
    const shelf: NameShelf = {
      table: 'import_item',
      key: { column: 'ordinal', isNumber: true },
      scope: 'x.plan_no = :planNo',
      params,
      isFolded: false,
      isMixed: true,
    };
    const found =
      (some?.total ?? 0) > maxComparedNames
        ? await namesNear(connection, shelf, texts)
        : await connection.all<NameRow>(
            `SELECT i.ordinal AS key, i.kind, i.name, i.title FROM import_item i
             WHERE i.plan_no = :planNo AND i.kind = :kind`,
            params,
          );
    rows.push(...found);
  }
  return rows.map(({ key, title, kind, name }) => {
    return { kind, name, secondName: title ?? undefined, ordinal: Number(key), resourceId: null };
  });
}
