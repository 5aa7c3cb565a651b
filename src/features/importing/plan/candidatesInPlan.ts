/** What an import may mean by a name that nothing has: an item of the file, or a resource of the branch, with a name that is like it. */
import { KnownNames, type Candidate, type KnownName } from '../../kinds/worker.js';
import { leavesParent, recordParent } from '../../resources/worker.js';
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
  /** The item of the file that alone needs it: it is never meant itself. */
  neededBy?: number | undefined;
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
  const groups = new Map<string, KnownGroup>();
  const candidatesByNeed = new Map<string, NamedCandidate[]>();
  return missing.map((one) => {
    const need = JSON.stringify(one);
    let candidates = candidatesByNeed.get(need);
    if (!candidates) {
      candidates = groupOf(context, { named, groups }, one).candidatesFor(one, limit);
      candidatesByNeed.set(need, candidates);
    }
    return candidates;
  });
}

/** The names that may stand for a missing one: those of its kinds, and of records those of its definition. */
function groupOf(
  { kinds: registry }: WorkerContext,
  { named, groups }: { named: ReadonlyMap<string, Named[]>; groups: Map<string, KnownGroup> },
  { name, kinds }: MissingName,
): KnownGroup {
  const parents = kinds.map((kind) => recordParent(registry.get(kind), name));
  const key = JSON.stringify([kinds, parents]);
  let group = groups.get(key);
  if (!group) {
    const ofKinds = kinds.flatMap((kind) =>
      (named.get(kind) ?? []).filter((each) => !leavesParent(registry.get(kind), name, each.name)),
    );
    group = new KnownGroup(
      ofKinds,
      parents.find((parent) => parent !== undefined),
    );
    groups.set(key, group);
  }
  return group;
}

/** Names that may all stand for each other. Of records only the codes are compared: what stands before is the same in all. */
class KnownGroup {
  private readonly known: KnownNames;
  private readonly namedByName: ReadonlyMap<string, Named>;
  private readonly start: string;

  constructor(named: readonly Named[], parent: string | undefined) {
    this.start = parent === undefined ? '' : `${parent}/`;
    this.known = new KnownNames(named.map((each) => ({ ...each, name: each.name.slice(this.start.length) })));
    this.namedByName = new Map(named.map((each) => [each.name, each]));
  }

  candidatesFor({ name, hint, neededBy }: MissingName, limit: number): NamedCandidate[] {
    const candidates = this.known.candidatesFor(name.slice(this.start.length), { hint, limit: limit + 1 });
    const named = candidates.map(({ name: part, score }): NamedCandidate => {
      const { ordinal = null, resourceId = null } = this.namedByName.get(this.start + part) ?? {};
      return { name: this.start + part, score, ordinal, resourceId };
    });
    return named.filter(({ ordinal }) => ordinal === null || ordinal !== neededBy).slice(0, limit);
  }
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
