/**
 * The temporary table `export_item`: what an export holds, in the order of the file, containers before what they contain and by name.
 * Names stand in it beside ids, because what an export lacks is found by name.
 */
import type { WorkerContext } from '../workers/index.js';
import { builtInIds } from './builtIns.js';
import type { ExportSelection, Inclusion } from './exportSelection.js';

/** A resource that an export holds. */
export interface ExportNode {
  id: string;
  /** The number of steps from what is selected. */
  depth: number;
  inclusion: Inclusion;
}

const tables = [
  'CREATE TEMP TABLE IF NOT EXISTS export_node (id TEXT PRIMARY KEY, depth INTEGER NOT NULL, inclusion TEXT NOT NULL)',
  'CREATE TEMP TABLE IF NOT EXISTS export_left_out (id TEXT PRIMARY KEY)',
  'CREATE TEMP TABLE IF NOT EXISTS export_kind (kind TEXT PRIMARY KEY, place INTEGER NOT NULL)',
  `CREATE TEMP TABLE IF NOT EXISTS export_item (
     place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, namespace TEXT NOT NULL, kind TEXT NOT NULL,
     depth INTEGER NOT NULL, inclusion TEXT NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS export_item_name ON export_item (name, namespace, kind)',
];

const itemColumns = 'place, id, name, namespace, kind, depth, inclusion';
const resourceColumns = 'row_number() OVER (ORDER BY k.place, r.name), r.id, r.name, r.namespace, r.kind';

/** Fills the table with the given resources. Called inside a snapshot. */
export async function fillWithNodes(context: WorkerContext, nodes: readonly ExportNode[]): Promise<void> {
  await makeTables(context);
  const rows = nodes.map(({ id, depth, inclusion }) => [id, depth, inclusion]);
  await context.connection.insertRows('export_node', ['id', 'depth', 'inclusion'], rows);
  await context.connection.run(
    `INSERT INTO export_item (${itemColumns}) SELECT ${resourceColumns}, n.depth, n.inclusion
     FROM export_node n JOIN resource r ON r.id = n.id JOIN export_kind k ON k.kind = r.kind`,
  );
}

/**
 * Fills the table with all of a branch that travels, less what is left out; gives how many. Nothing has to be walked: what a resource
 * needs is on the branch too, or nowhere. Called inside a snapshot.
 */
export async function fillWithBranch(context: WorkerContext, selection: ExportSelection): Promise<number> {
  await makeTables(context);
  const { connection, kinds } = context;
  const leftOut = new Set([...selection.excludeIds, ...(await builtInIds(context, selection.branchId))]);
  await connection.insertRows(
    'export_left_out',
    ['id'],
    [...leftOut].map((id) => [id]),
  );
  const travelling = kinds.list().filter(({ isExportable }) => isExportable);
  return connection.run(
    `INSERT INTO export_item (${itemColumns}) SELECT ${resourceColumns}, 0, 'SELECTED'
     FROM resource r JOIN export_kind k ON k.kind = r.kind
     WHERE r.branch_id = :branchId AND r.kind IN ${connection.textList(':kinds')}
       AND NOT EXISTS (SELECT 1 FROM export_left_out n WHERE n.id = r.id)`,
    { branchId: selection.branchId, kinds: JSON.stringify(travelling.map(({ name }) => name)) },
  );
}

async function makeTables({ connection, kinds }: WorkerContext): Promise<void> {
  for (const statement of tables) await connection.run(statement);
  for (const table of ['export_node', 'export_left_out', 'export_kind', 'export_item'])
    await connection.run(`DELETE FROM ${table}`);
  const places = kinds.inContainmentOrder().map(({ name }, place) => [name, place]);
  await connection.insertRows('export_kind', ['kind', 'place'], places);
}
