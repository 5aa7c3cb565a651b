/** What an import may mean by a name that nothing has: an item of the file, or a resource of the branch, with a name that is like it. */
import { KnownNames, type Candidate, type KnownName } from '../../kinds/worker.js';
import { leavesParent, recordParent } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../planRows.js';
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

/** So many names of a kind are all compared; of more, those that begin most like the missing one. */
const maxComparedNames = 5000;
/** How many names before the missing one, and after it, are taken where not all are compared. */
const neighbourCount = 20;
/** How far neighbours of other kinds are passed over in a file. */
const maxPassedItems = 400;

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

async function onBranch(
  { connection }: WorkerContext,
  { branchId }: PlanRow,
  textsByKind: TextsByKind,
): Promise<Named[]> {
  const columns = 'r.kind, r.name, r.title, NULL AS ordinal, r.id AS "resourceId"';
  const counts = await connection.all<{ kind: string; total: number }>(
    `SELECT kind, total FROM resource_count WHERE branch_id = :branchId AND kind IN ${connection.textList(':kinds')}`,
    { branchId, kinds: JSON.stringify([...textsByKind.keys()]) },
  );
  const few = counts.filter(({ total }) => total <= maxComparedNames).map(({ kind }) => kind);
  const rows = await connection.all<NamedRow>(
    `SELECT ${columns} FROM resource r WHERE r.branch_id = :branchId AND r.kind IN ${connection.textList(':few')}`,
    { branchId, few: JSON.stringify(few) },
  );
  for (const { kind } of counts.filter(({ total }) => total > maxComparedNames)) {
    const ofKind = (order: string) => `(SELECT string_agg(s.id, ',') FROM (
      SELECT r.id FROM resource r WHERE r.branch_id = :branchId AND r.kind = :kind AND lower(r.name) ${order}
      LIMIT ${neighbourCount}) AS s)`;
    const near = await connection.all<{ before: string | null; after: string | null }>(
      `SELECT ${ofKind('< lower(n.value) ORDER BY lower(r.name) DESC')} AS before,
         ${ofKind('>= lower(n.value) ORDER BY lower(r.name)')} AS after
       FROM ${connection.textList(':texts')} AS n`,
      { branchId, kind, texts: JSON.stringify([...(textsByKind.get(kind) ?? [])]) },
    );
    const ids = new Set(near.flatMap(({ before, after }) => [before, after]).flatMap((list) => list?.split(',') ?? []));
    rows.push(
      ...(await connection.all<NamedRow>(
        `SELECT ${columns} FROM resource r WHERE r.id IN ${connection.textList(':ids')}`,
        { ids: JSON.stringify([...ids]) },
      )),
    );
  }
  return rows.map(toNamed);
}

async function inFile(
  { connection }: WorkerContext,
  { no: planNo }: PlanRow,
  textsByKind: TextsByKind,
): Promise<Named[]> {
  const kinds = JSON.stringify([...textsByKind.keys()]);
  // The index of names has all that this needs.
  const some = await connection.all<{ ordinal: number }>(
    `SELECT i.ordinal FROM import_item i WHERE i.plan_no = :planNo AND i.kind IN ${connection.textList(':kinds')}
     LIMIT ${maxComparedNames + 1}`,
    { planNo, kinds },
  );
  let ordinals = some.map(({ ordinal }) => ordinal);
  if (ordinals.length > maxComparedNames) {
    const neighbours = (order: string) => `(SELECT string_agg(CAST(s.ordinal AS TEXT), ',') FROM (
      SELECT p.ordinal FROM (
        SELECT i.ordinal, i.kind, i.name FROM import_item i WHERE i.plan_no = :planNo AND i.name ${order}
        LIMIT ${maxPassedItems}) AS p
      WHERE p.kind IN ${connection.textList(':kinds')} LIMIT ${neighbourCount}) AS s)`;
    const near = await connection.all<{ before: string | null; after: string | null }>(
      `SELECT ${neighbours('< n.value ORDER BY i.name DESC')} AS before,
         ${neighbours('>= n.value ORDER BY i.name')} AS after
       FROM ${connection.textList(':texts')} AS n`,
      { planNo, kinds, texts: JSON.stringify([...new Set([...textsByKind.values()].flatMap((texts) => [...texts]))]) },
    );
    ordinals = near
      .flatMap(({ before, after }) => [before, after])
      .flatMap((list) => list?.split(',').map(Number) ?? []);
  }
  const rows = await connection.all<NamedRow>(
    `SELECT i.kind, i.name, i.title, i.ordinal, NULL AS "resourceId" FROM import_item i
     WHERE i.plan_no = :planNo AND i.ordinal IN ${connection.numberList(':ordinals')}`,
    { planNo, ordinals: JSON.stringify([...new Set(ordinals)]) },
  );
  return rows.map(toNamed);
}

type NamedRow = Omit<Named, 'secondName'> & { title: string | null };

function toNamed({ title, ...named }: NamedRow): Named {
  return { ...named, secondName: title ?? undefined };
}
