/**
 * The action of an item, before its dependencies are considered: the first rule whose condition holds decides. The conditions
 * use the facts `f` of deriveActions.ts. A reason selects the problem that explains a collision or a blocked item
 * (reporting/itemProblems.ts).
 */
import type { ImportAction } from '../tables/importStates.js';

export interface ActionRule {
  when: string;
  action: ImportAction;
  /** Absent if the action needs no explanation, or the item has problems of its own. */
  reason?: string;
}

const asReference = `f.mode = 'REFERENCE'`;

/** The item is laid over an editable resource of the same kind, as a copy. */
const isLaidOver = `f.is_same_kind AND f.mode = 'COPY' AND f.existing_mode = 'EDITABLE' AND (f.is_partial OR f.is_upsert)`;

export const actionRules: readonly ActionRule[] = [
  { when: 'f.is_selected = FALSE', action: 'SKIPPED' },
  { when: 'f.is_valid = FALSE', action: 'BLOCKED' },
  { when: 'f.is_off', action: 'BLOCKED', reason: 'PACK_OFF' },
  { when: 'f.is_denied', action: 'BLOCKED', reason: 'KIND_FORBIDDEN' },
  { when: 'f.lacks_whole', action: 'BLOCKED', reason: 'PART_WITHOUT_WHOLE' },
  { when: 'f.is_incomplete', action: 'BLOCKED', reason: 'SPEC_INVALID' },
  { when: `${asReference} AND f.is_copy_only`, action: 'BLOCKED', reason: 'REFERENCE_NOT_ALLOWED' },
  { when: `${asReference} AND f.is_source_known = FALSE`, action: 'BLOCKED', reason: 'SOURCE_UNKNOWN' },
  { when: `${asReference} AND f.lacks_capability`, action: 'BLOCKED', reason: 'ARCHITECTURE_REQUIRED' },
  { when: 'f.is_twin_in_plan', action: 'COLLISION', reason: 'DUPLICATE_IN_FILE' },
  { when: 'f.is_erc_taken', action: 'COLLISION', reason: 'CODE_TAKEN' },
  { when: 'f.is_taken = FALSE', action: 'CREATE' },
  // Without a stated source, equal content counts as the same resource.
  { when: 'f.is_same_kind AND f.is_same_source AND f.is_same_content AND f.is_same_mode', action: 'UNCHANGED' },
  { when: `${asReference} AND f.is_same_reference`, action: 'REFERENCE_UPDATE' },
  { when: `${isLaidOver} AND f.is_same_content`, action: 'UNCHANGED' },
  { when: isLaidOver, action: 'UPDATE' },
];

/** The action if no rule applies: the name is taken. */
const otherwise: ImportAction = 'COLLISION';

/** SQL expression of the action of an item with facts `f`. */
export function actionSql(rules: readonly ActionRule[] = actionRules): string {
  return caseOf(
    rules.map(({ when, action }) => ({ when, then: `'${action}'` })),
    `'${otherwise}'`,
  );
}

/** SQL expression of its reason; NULL if there is none. */
export function reasonSql(rules: readonly ActionRule[] = actionRules): string {
  return caseOf(
    rules.map(({ when, reason }) => ({ when, then: reason === undefined ? 'NULL' : `'${reason}'` })),
    'NULL',
  );
}

function caseOf(branches: readonly { when: string; then: string }[], otherwiseSql: string): string {
  const lines = branches.map(({ when, then }) => `WHEN ${when} THEN ${then}`);
  return `CASE\n  ${lines.join('\n  ')}\n  ELSE ${otherwiseSql} END`;
}
