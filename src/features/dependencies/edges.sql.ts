/**
 * How an edge finds its target: a place in the source's spec has a name, the edge type has a namespace and kinds, and the target is the
 * resource with that name on the source's branch. Nothing is stored that could become stale. A resource also depends on its container.
 */

import { sql, type Sql, type SqlInput } from '../../database/worker.js';
import { isNamed, leadsTo, referringEdges } from '../resources/worker.js';

/** Columns of every select in this file: source, target (null: unresolved), type, place, and the name in the spec. */
export interface EdgeRow {
  sourceId: string;
  targetId: string | null;
  /** An id of `edge_type`, or one of the two constants below. */
  typeId: number;
  at: string;
  targetName: string;
  /** Kind of the target; null if unresolved. */
  targetKind: string | null;
  sourceKind: string;
}

/** Type of the edge from a resource to its container; it has no row in `edge_type`. */
export const parentTypeId = 0;
/** Type of the edge from a container to its content. */
export const childTypeId = -1;

export type GraphDirection = 'DEPENDENCIES' | 'DEPENDENTS';

/**
 * The selects of the edges that lead on from some resources, each a list of ids or a query of them: to their dependencies, or to their
 * dependents. `containers`: resources whose contents belong to their dependencies.
 */
export function edgesAt(direction: GraphDirection, near: SqlInput, containers?: SqlInput): Sql[] {
  if (direction === 'DEPENDENTS')
    return [specEdgesByTarget, parentEdges].map((edges) => sql`${edges} WHERE t.id IN ${near}`);
  const edges = [specEdges, parentEdges].map((each) => sql`${each} WHERE s.id IN ${near}`);
  return containers === undefined ? edges : [...edges, sql`${childEdges} WHERE s.id IN ${containers}`];
}

const columns = sql`s.id AS source_id, t.id AS target_id, t.kind AS target_kind, s.kind AS source_kind`;
const containment = (typeId: number) =>
  sql`${columns}, ${sql.raw(String(typeId))} AS type_id, '' AS at, t.name AS target_name`;

/** Resolved edges `e` of specs, with their type `y` and target `t`. Append conditions on `s`, the source. */
export const specEdges = sql`SELECT ${columns}, e.type_id, e.at, e.target_name
  FROM resource s
  JOIN edge e ON e.content_id = s.content_id
  JOIN edge_type y ON y.id = e.type_id
  LEFT JOIN resource t ON t.branch_id = s.branch_id AND ${isNamed('t', sql`e.target_name`)}
    AND t.namespace = y.target_namespace AND ${leadsTo(sql`y.id`, sql`t.kind`)}`;

/** The same, starting from the target. Append conditions on `t`. */
const specEdgesByTarget = sql`SELECT ${columns}, e.type_id, e.at, e.target_name FROM ${referringEdges}`;

/** Edges from a resource to its container. Append conditions on `s` (the content) or `t` (the container). */
const parentEdges = sql`SELECT ${containment(parentTypeId)} FROM resource s JOIN resource t ON t.id = s.parent_id`;

/** Edges from a container to its contents. Append conditions on `s` (the container). */
const childEdges = sql`SELECT ${containment(childTypeId)} FROM resource t JOIN resource s ON s.id = t.parent_id`;
