import type { CursorKey } from '../../graphql/index.js';
import { unseen } from '../../shared/unseen.js';
import type { EdgeRow } from './edges.sql.js';

/** An edge as it is told; of one whose target is kept from who asks, that something is needed, and not what. */
export type ShownEdge = EdgeRow & { isTargetSeen: boolean };

/** Where its id leads to the resource itself, that is left out: see `hideResources`. */
export function shownEdge(row: EdgeRow, isTargetSeen: boolean): ShownEdge {
  return isTargetSeen ? { ...row, isTargetSeen } : { ...row, isTargetSeen, targetKind: null, targetName: unseen };
}

/** After every name. */
const last = '\u{10FFFF}';

/** Where a page ends: its cursor can be read by who gets it, so that it names no more than the edge does. */
export function edgePlace({ typeId, at, targetName, targetId, isTargetSeen }: ShownEdge): CursorKey {
  return isTargetSeen ? [typeId, at, targetName, targetId ?? ''] : [typeId, at, last, ''];
}
