/**
 * How an edge finds its target: a place in the source's spec gives a name; the edge's type gives namespace and kinds; the target
 * is the resource of that name on the source's own branch. Nothing is stored that could become stale. Besides what specs say,
 * a resource depends on the one that contains it.
 */

/** Columns of every select here: source, target (null: unresolved), type, place, and the name that was looked for. */
export interface EdgeRow {
  sourceId: string;
  targetId: string | null;
  /** An id of `edge_type`, or one of the two below. */
  typeId: number;
  at: string;
  targetName: string;
  /** Kind of the target; null when unresolved. */
  targetKind: string | null;
  sourceKind: string;
}

/** The edge from a resource to the one that contains it; it has no row in `edge_type`. */
export const parentTypeId = 0;
/** The edge from a resource to one that it contains. */
export const childTypeId = -1;

/** Edges of specs, resolved; append conditions on `s`, the source. */
export const specEdges = `SELECT s.id AS "sourceId", t.id AS "targetId", e.type_id AS "typeId", e.at, e.target_name AS "targetName",
  t.kind AS "targetKind", s.kind AS "sourceKind"
  FROM resource s
  JOIN edge e ON e.content_id = s.content_id
  JOIN edge_type y ON y.id = e.type_id
  LEFT JOIN resource t ON t.branch_id = s.branch_id AND lower(t.name) = lower(e.target_name)
    AND t.namespace = y.target_namespace AND t.name = e.target_name
    AND EXISTS (SELECT 1 FROM edge_type_target k WHERE k.type_id = y.id AND k.kind = t.kind)`;

/** Edges of specs, from the target's side; append conditions on `t`, the target. */
export const specEdgesByTarget = `SELECT s.id AS "sourceId", t.id AS "targetId", e.type_id AS "typeId", e.at, e.target_name AS "targetName",
  t.kind AS "targetKind", s.kind AS "sourceKind"
  FROM resource t
  JOIN edge e ON e.target_name = t.name
  JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = t.namespace
  JOIN edge_type_target k ON k.type_id = y.id AND k.kind = t.kind
  JOIN resource s ON s.content_id = e.content_id AND s.branch_id = t.branch_id`;

/** From a resource to the one that contains it; append conditions on `s` (the contained) or `t`. */
export const parentEdges = `SELECT s.id AS "sourceId", t.id AS "targetId", ${parentTypeId} AS "typeId", '' AS at, t.name AS "targetName",
  t.kind AS "targetKind", s.kind AS "sourceKind"
  FROM resource s JOIN resource t ON t.id = s.parent_id`;

/** From a resource to those that it contains; append conditions on `s` (the container). */
export const childEdges = `SELECT s.id AS "sourceId", t.id AS "targetId", ${childTypeId} AS "typeId", '' AS at, t.name AS "targetName",
  t.kind AS "targetKind", s.kind AS "sourceKind"
  FROM resource t JOIN resource s ON s.id = t.parent_id`;
