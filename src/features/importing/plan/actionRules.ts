/**
 * The action of an item, before its dependencies are considered: the first rule whose condition holds decides. The conditions
 * use the facts `f` of deriveActions.ts. A reason selects the problem that explains a collision or a blocked item
 * (reporting/itemProblems.ts).
 */
import { sql, type Sql } from '../../../database/worker.js';
import type { ImportAction } from '../tables/importStates.js';

export interface ActionRule {
  when: Sql;
  action: ImportAction;
  /** Absent if the action needs no explanation, or the item has problems of its own. */
  reason?: string;
}

const asReference = sql`f.mode = 'REFERENCE'`;

/** The item, a copy, updates an editable resource of the same kind: as a whole, or where the item is partial. */
const updatesEditable = sql`f.is_same_kind AND f.mode = 'COPY' AND f.existing_mode = 'EDITABLE' AND (f.is_partial OR f.is_upsert)`;

export const actionRules: readonly ActionRule[] = [
  { when: sql`f.is_selected = FALSE`, action: 'SKIPPED' },
  { when: sql`f.is_valid = FALSE`, action: 'BLOCKED' },
  { when: sql`f.is_off`, action: 'BLOCKED', reason: 'PACK_OFF' },
  { when: sql`f.is_denied`, action: 'BLOCKED', reason: 'KIND_FORBIDDEN' },
  // There is nothing to write: it is in every project already.
  { when: sql`f.is_built_in`, action: 'UNCHANGED' },
  { when: sql`f.has_built_in_name`, action: 'COLLISION', reason: 'BUILT_IN' },
  { when: sql`f.lacks_whole`, action: 'BLOCKED', reason: 'PART_WITHOUT_WHOLE' },
  { when: sql`f.is_incomplete`, action: 'BLOCKED', reason: 'SPEC_INVALID' },
  { when: sql`${asReference} AND f.is_copy_only`, action: 'BLOCKED', reason: 'REFERENCE_NOT_ALLOWED' },
  { when: sql`${asReference} AND f.is_source_known = FALSE`, action: 'BLOCKED', reason: 'SOURCE_UNKNOWN' },
  { when: sql`${asReference} AND f.lacks_capability`, action: 'BLOCKED', reason: 'ARCHITECTURE_REQUIRED' },
  { when: sql`f.is_twin_in_plan`, action: 'COLLISION', reason: 'DUPLICATE_IN_FILE' },
  { when: sql`f.is_erc_taken`, action: 'COLLISION', reason: 'CODE_TAKEN' },
  { when: sql`f.is_taken = FALSE`, action: 'CREATE' },
  // Without a stated source, equal content counts as the same resource.
  { when: sql`f.is_same_kind AND f.is_same_source AND f.is_same_content AND f.is_same_mode`, action: 'UNCHANGED' },
  // What a branch exports, its references included, comes back as it is.
  { when: sql`f.mode = 'COPY' AND f.is_itself AND f.is_same_kind AND f.is_same_content`, action: 'UNCHANGED' },
  { when: sql`${asReference} AND f.is_same_reference`, action: 'REFERENCE_UPDATE' },
  { when: sql`${updatesEditable} AND f.is_same_content`, action: 'UNCHANGED' },
  { when: updatesEditable, action: 'UPDATE' },
];

/** The action if no rule applies: the name is taken. */
const otherwise: ImportAction = 'COLLISION';

/** The place of the rule that decides on an item with facts `f`; NULL if none does. Looks facts up, so let it be evaluated once. */
export function ruleSql(rules: readonly ActionRule[] = actionRules): Sql {
  return caseOf(
    rules.map(({ when }, place) => ({ when, then: number(place) })),
    sql`NULL`,
  );
}

/** The action of an item `n` with a `rule`. */
export function actionSql(rules: readonly ActionRule[] = actionRules): Sql {
  const ruled = rules.map(({ action }, place) => ({ place, then: action }));
  return ofRule(ruled, literal(otherwise));
}

/** Its reason; NULL if there is none. */
export function reasonSql(rules: readonly ActionRule[] = actionRules): Sql {
  const ruled = rules.flatMap(({ reason }, place) => (reason === undefined ? [] : [{ place, then: reason }]));
  return ofRule(ruled, sql`NULL`);
}

function ofRule(ruled: readonly { place: number; then: string }[], otherwiseSql: Sql): Sql {
  return caseOf(
    ruled.map(({ place, then }) => ({ when: sql`n.rule = ${number(place)}`, then: literal(then) })),
    otherwiseSql,
  );
}

/** A word of the rules as it stands in the statement, which has many of them. */
function literal(word: string): Sql {
  return sql.raw(`'${word}'`);
}

function number(place: number): Sql {
  return sql.raw(String(place));
}

function caseOf(branches: readonly { when: Sql; then: Sql }[], otherwiseSql: Sql): Sql {
  const lines = branches.map(({ when, then }) => sql`WHEN ${when} THEN ${then}`);
  return sql`CASE ${sql.join(lines, ' ')} ELSE ${otherwiseSql} END`;
}
