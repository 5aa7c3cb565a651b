/** Finds candidates for a missing name: items of the file and resources of the branch with similar names. */
import { KnownNames, type Candidate, type KnownName } from '../../kinds/worker.js';
import { leavesParent, recordParent } from '../../records/worker.js';
import { sql, type SqlConnection } from '../../../database/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { isOfFile } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { allNames, endingsOf, namesNear, type NameRow, type NameShelf } from './namesNear.js';
import { unseenBy, type ShownPlan } from '../tables/unseenBy.js';

/** An item of the file (with `ordinal`) or a resource of the branch (with `resourceId`). */
interface Named extends KnownName {
  kind: string;
  ordinal: number | null;
  resourceId: string | null;
}

/** A name that neither the file nor the branch has, and which candidates are possible. */
export interface MissingName {
  name: string;
  /** Kinds of the candidates. */
  kinds: readonly string[];
  /** See `candidatesFor`. */
  hint?: string | undefined;
  /** The only item that refers to it: it is no candidate itself. */
  requiredBy?: number | undefined;
}

/** A candidate: an item of the file or a resource of the branch. */
export type NamedCandidate = Candidate & Pick<Named, 'ordinal' | 'resourceId'>;

/** Up to this number, all names of a kind are compared; beyond it, only names near the missing one. */
const maxComparedNames = 5000;

/** The candidates for each missing name, in the order of `missing`; the most similar first. */
export async function candidatesInPlan(
  context: WorkerContext,
  shown: ShownPlan,
  { missing, limit }: { missing: readonly MissingName[]; limit: number },
): Promise<NamedCandidate[][]> {
  const shelves = await namesLike(context, shown, missing);
  const groups = new Map<string, KnownGroup>();
  const candidatesByMissing = new Map<string, NamedCandidate[]>();
  return missing.map((one) => {
    const key = JSON.stringify(one);
    let candidates = candidatesByMissing.get(key);
    if (!candidates) {
      const lists = groupsOf(context, { shelves, groups }, one).map((group) => group.candidatesFor(one, limit));
      candidates = lists
        .flat()
        .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
        .slice(0, limit);
      candidatesByMissing.set(key, candidates);
    }
    return candidates;
  });
}

/**
 * The groups of names to compare with a missing name; for records, only names of the same definition: the names that are
 * compared with every missing name, prepared once, and the names near this one.
 */
function groupsOf(
  { kinds: registry }: WorkerContext,
  { shelves, groups }: { shelves: ReadonlyMap<string, NamesOfKind>; groups: Map<string, KnownGroup> },
  { name, kinds, hint }: MissingName,
): KnownGroup[] {
  const parents = kinds.map((kind) => recordParent(registry.get(kind), name));
  const parent = parents.find((each) => each !== undefined);
  const groupFrom = (listOf: (names: NamesOfKind) => readonly Named[]) =>
    new KnownGroup(
      kinds.flatMap((kind) => {
        const names = shelves.get(kind);
        return names ? listOf(names).filter((each) => !leavesParent(registry.get(kind), name, each.name)) : [];
      }),
      parent,
    );
  const key = JSON.stringify([kinds, parents]);
  const common = groups.get(key) ?? groupFrom(({ common: all }) => all);
  groups.set(key, common);
  return [common, groupFrom(({ near }) => [...new Set([name, hint ?? name].flatMap((text) => near.get(text) ?? []))])];
}

/** Names that can replace each other. For records only the codes are compared: the prefix is the same in all. */
class KnownGroup {
  private readonly known: KnownNames;
  private readonly namedByName: ReadonlyMap<string, Named>;
  private readonly start: string;

  constructor(named: readonly Named[], parent: string | undefined) {
    this.start = parent === undefined ? '' : `${parent}/`;
    this.known = new KnownNames(named.map((each) => ({ ...each, name: each.name.slice(this.start.length) })));
    this.namedByName = new Map(named.map((each) => [each.name, each]));
  }

  candidatesFor({ name, hint, requiredBy }: MissingName, limit: number): NamedCandidate[] {
    const candidates = this.known.candidatesFor(name.slice(this.start.length), { hint, limit: limit + 1 });
    const named = candidates.map(({ name: part, score }): NamedCandidate => {
      const { ordinal = null, resourceId = null } = this.namedByName.get(this.start + part) ?? {};
      return { name: this.start + part, score, ordinal, resourceId };
    });
    return named.filter(({ ordinal }) => ordinal === null || ordinal !== requiredBy).slice(0, limit);
  }
}

/** The names of one kind to compare with. */
interface NamesOfKind {
  /** Compared with every missing name: the names of a place with few names. */
  common: readonly Named[];
  /** Compared with one missing name only: the names near it, of a place with many names. */
  near: ReadonlyMap<string, readonly Named[]>;
}

/** Names to compare with, by kind. If the file and the branch have the same name, the item of the file is the candidate. */
async function namesLike(
  context: WorkerContext,
  shown: ShownPlan,
  missing: readonly MissingName[],
): Promise<Map<string, NamesOfKind>> {
  const textsByKind = new Map<string, Set<string>>();
  for (const { name, kinds, hint } of missing) {
    for (const kind of kinds) {
      const texts = textsByKind.get(kind) ?? new Set();
      textsByKind.set(kind, texts.add(name));
      if (hint !== undefined) texts.add(hint);
    }
  }
  const unseenIds = await unseenBy(context, shown);
  const branch = await onBranch(context, shown.plan, textsByKind);
  const file = await inFile(context, shown.plan, textsByKind);
  const isSeen = ({ resourceId }: Named) => !unseenIds.has(resourceId ?? '');
  return new Map(
    [...textsByKind].map(([kind, texts]) => [
      kind,
      namesOfKind(
        texts,
        [branch, file].map((place) => place.get(kind)),
        isSeen,
      ),
    ]),
  );
}

function namesOfKind(
  texts: ReadonlySet<string>,
  places: readonly (PlacedNames | undefined)[],
  isSeen: (named: Named) => boolean,
): NamesOfKind {
  const namedByName = new Map<string, Named>();
  const seen = ({ name }: Named) => namedByName.get(name) ?? [];
  for (const row of places
    .flatMap((place) => [...(place?.all ?? []), ...[...(place?.near.values() ?? [])].flat()])
    .filter(isSeen)) {
    const other = namedByName.get(row.name);
    namedByName.set(row.name, other ? { ...row, resourceId: other.resourceId ?? row.resourceId } : row);
  }
  const common = new Set(places.flatMap((place) => place?.all ?? []).flatMap(seen));
  const nearOf = (text: string) =>
    places
      .flatMap((place) => place?.near.get(text) ?? [])
      .flatMap(seen)
      .filter((named) => !common.has(named));
  return { common: [...common], near: new Map([...texts].map((text) => [text, nearOf(text)])) };
}

/** The names of one kind in one place: all of them if there are few, else those near each text. */
interface PlacedNames {
  all: readonly Named[];
  near: ReadonlyMap<string, readonly Named[]>;
}

type TextsByKind = ReadonlyMap<string, ReadonlySet<string>>;

async function onBranch(
  { connection }: WorkerContext,
  { branchId }: PlanRow,
  textsByKind: TextsByKind,
): Promise<Map<string, PlacedNames>> {
  const counts = await connection.all<{ kind: string; total: number }>(
    sql`SELECT kind, total FROM resource_count WHERE branch_id = ${branchId} AND kind IN ${[...textsByKind.keys()]}`,
  );
  const named = ({ key, kind, name, title }: NameRow): Named => {
    return { kind, name, secondName: title ?? undefined, ordinal: null, resourceId: String(key) };
  };
  const placed = new Map<string, PlacedNames>();
  for (const { kind, total } of counts) {
    const rows = { table: sql`resource`, scope: sql`x.branch_id = ${branchId}`, kind };
    const shelf: NameShelf = {
      ...rows,
      byEnding: endingsOf(rows),
      key: { column: sql`id`, isNumber: false },
      isFolded: true,
      isMixed: false,
    };
    placed.set(
      kind,
      await placedNames(connection, shelf, { isMany: total > maxComparedNames, texts: textsByKind.get(kind), named }),
    );
  }
  return placed;
}

async function inFile(
  { connection }: WorkerContext,
  { no: planNo }: PlanRow,
  textsByKind: TextsByKind,
): Promise<Map<string, PlacedNames>> {
  const named = ({ key, kind, name, title }: NameRow): Named => {
    return { kind, name, secondName: title ?? undefined, ordinal: Number(key), resourceId: null };
  };
  const placed = new Map<string, PlacedNames>();
  for (const [kind, texts] of textsByKind) {
    // The index of endings covers this query.
    const some = await connection.get<{ total: number }>(
      sql`SELECT count(*) AS total FROM (SELECT 1 FROM ${sql.byDialect({ sqlite: sql`import_item_ending`, postgres: sql`import_item` })} i
       WHERE i.plan_no = ${planNo} AND i.kind = ${kind} LIMIT ${maxComparedNames + 1}) AS c`,
    );
    const rows = { table: sql`import_item`, scope: sql`x.plan_no = ${planNo} AND ${isOfFile(sql`x`)}`, kind };
    const shelf: NameShelf = {
      ...rows,
      byEnding: connection.dialect === 'sqlite' ? endingsOfPlan(planNo, kind) : endingsOf(rows),
      key: { column: sql`ordinal`, isNumber: true },
      isFolded: false,
      isMixed: true,
    };
    placed.set(
      kind,
      await placedNames(connection, shelf, { isMany: (some?.total ?? 0) > maxComparedNames, texts, named }),
    );
  }
  return placed;
}

/** SQLite has a table for the endings of items instead of an index, see `indexStaged`. */
export function endingsOfPlan(planNo: number, kind: string): NameShelf['byEnding'] {
  return {
    from: sql`import_item_ending z JOIN import_item x ON x.plan_no = z.plan_no AND x.ordinal = z.ordinal`,
    ending: sql`z.ending`,
    scope: sql`z.plan_no = ${planNo} AND z.kind = ${kind}`,
  };
}

interface Wanted {
  isMany: boolean;
  texts: ReadonlySet<string> | undefined;
  named: (row: NameRow) => Named;
}

async function placedNames(
  connection: SqlConnection,
  shelf: NameShelf,
  { isMany, texts = new Set(), named }: Wanted,
): Promise<PlacedNames> {
  if (!isMany) return { all: (await allNames(connection, shelf)).map(named), near: new Map() };
  const near = await namesNear(connection, shelf, texts);
  return { all: [], near: new Map([...near].map(([text, rows]) => [text, rows.map(named)])) };
}
