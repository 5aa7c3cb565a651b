/**
 * How an edge finds its target: a place in the source's spec has a name, the edge type has a namespace and kinds, and the target is the
 * resource with that name on the source's branch. Nothing is stored that could become stale. A resource also depends on its container.
 */

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

/** Resolved edges of specs. Append conditions on `s`, the source. */
export const specEdges = `SELECT s.id AS "sourceId", t.id AS "targetId", e.type_id AS "typeId", e.at, e.target_name AS "targetName",
  t.kind AS "targetKind", s.kind AS "sourceKind"
  FROM resource s
  JOIN edge e ON e.content_id = s.content_id
  JOIN edge_type y ON y.id = e.type_id
  LEFT JOIN resource t ON t.branch_id = s.branch_id AND lower(t.name) = lower(e.target_name)
    AND t.namespace = y.target_namespace AND t.name = e.target_name
    AND EXISTS (SELECT 1 FROM edge_type_target k WHERE k.type_id = y.id AND k.kind = t.kind)`;

/** Edges of specs, starting from the target. Append conditions on `t`, the target. */
export const specEdgesByTarget = `SELECT s.id AS "sourceId", t.id AS "targetId", e.type_id AS "typeId", e.at, e.target_name AS "targetName",
  t.kind AS "targetKind", s.kind AS "sourceKind"
  FROM resource t
  JOIN edge e ON e.target_name = t.name
  JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = t.namespace
  JOIN edge_type_target k ON k.type_id = y.id AND k.kind = t.kind
  JOIN resource s ON s.content_id = e.content_id AND s.branch_id = t.branch_id`;

/** Edges from a resource to its container. Append conditions on `s` (the content) or `t` (the container). */
export const parentEdges = `SELECT s.id AS "sourceId", t.id AS "targetId", ${parentTypeId} AS "typeId", '' AS at, t.name AS "targetName",
  t.kind AS "targetKind", s.kind AS "sourceKind"
  FROM resource s JOIN resource t ON t.id = s.parent_id`;

/** Edges from a container to its contents. Append conditions on `s` (the container). */
export const childEdges = `SELECT s.id AS "sourceId", t.id AS "targetId", ${childTypeId} AS "typeId", '' AS at, t.name AS "targetName",
  t.kind AS "targetKind", s.kind AS "sourceKind"
  FROM resource t JOIN resource s ON s.id = t.parent_id`;
