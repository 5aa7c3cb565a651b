import type { CursorKey } from '../../graphql/index.js';
import { unseen } from '../../shared/unseen.js';
import type { EdgeRow } from './edges.sql.js';

/** An edge as the caller sees it. If the caller cannot see the target, its name is hidden. */
export type ShownEdge = EdgeRow & { isTargetSeen: boolean };

/** Removes the name of a hidden target. Fields that return the resource itself are handled by `hideResources`. */
export function shownEdge(row: EdgeRow, isTargetSeen: boolean): ShownEdge {
  return isTargetSeen ? { ...row, isTargetSeen } : { ...row, isTargetSeen, targetKind: null, targetName: unseen };
}

/** Sorts after every name. */
const last = '\u{10FFFF}';

/** The cursor of an edge. Callers can read it, so it has no more information than the edge. */
export function edgePlace({ typeId, at, targetName, targetId, isTargetSeen }: ShownEdge): CursorKey {
  return isTargetSeen ? [typeId, at, targetName, targetId ?? ''] : [typeId, at, last, ''];
}
