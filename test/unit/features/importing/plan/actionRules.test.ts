import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql, type SqlConnection } from '../../../../../src/database/worker.js';
import { renderSql } from '../../../../../src/database/renderSql.js';
import { sqliteDialect } from '../../../../../src/database/sqlDialects.js';
import { openSqlConnection } from '../../../../../src/database/openSqlConnection.js';
import {
  actionRules,
  actionSql,
  reasonSql,
  ruleSql,
  type ActionRule,
} from '../../../../../src/features/importing/plan/actionRules.js';

type Facts = Record<string, string | boolean | null>;

/** An item that is a new copy: nothing stands in its way, and nothing of its name is on the branch. */
const free: Facts = {
  ...{ is_selected: true, is_valid: true, is_off: false, is_denied: false, lacks_whole: false, is_incomplete: false },
  ...{ is_built_in: false, has_built_in_name: false },
  ...{ mode: 'COPY', is_copy_only: false, is_source_known: true, lacks_capability: false, is_twin_in_plan: false },
  ...{ is_erc_taken: false, is_taken: false, is_same_kind: null, is_same_source: null, is_same_content: null },
  ...{ is_same_mode: null, is_same_reference: null, is_itself: null, existing_mode: null },
  ...{ is_partial: false, is_upsert: false },
};

/** An item whose name an editable resource of its kind has, with another content and from elsewhere. */
const taken: Facts = {
  ...free,
  ...{ is_taken: true, is_same_kind: true, is_same_source: false, is_same_content: false, is_same_mode: true },
  ...{ is_same_reference: false, existing_mode: 'EDITABLE' },
};

/** The same, from the same source and with the same content. */
const same: Facts = { ...taken, is_same_source: true, is_same_content: true };

/** A reference that is on the branch already, with another content. */
const reference: Facts = {
  ...taken,
  mode: 'REFERENCE',
  existing_mode: 'REFERENCE',
  is_same_reference: true,
  is_same_source: true,
};

const cases: readonly [what: string, facts: Facts, outcome: [action: string, reason: string | null]][] = [
  ['is new', free, ['CREATE', null]],
  ['is new, as a reference', { ...free, mode: 'REFERENCE' }, ['CREATE', null]],
  ['is left out, whatever else it is', { ...taken, is_selected: false, is_valid: false, is_off: true }, ['SKIPPED', null]],
  ['is invalid', { ...free, is_valid: false }, ['BLOCKED', null]],
  ['is invalid, which comes before what is off', { ...free, is_valid: false, is_off: true }, ['BLOCKED', null]],
  ['is of a pack that is off', { ...free, is_off: true }, ['BLOCKED', 'PACK_OFF']],
  ['is of a kind that who imports may not import', { ...free, is_denied: true }, ['BLOCKED', 'KIND_FORBIDDEN']],
  ['is a part without its whole', { ...free, lacks_whole: true }, ['BLOCKED', 'PART_WITHOUT_WHOLE']],
  ['lacks what is required', { ...free, is_incomplete: true }, ['BLOCKED', 'SPEC_INVALID']],
  ['is built in', { ...free, is_built_in: true, has_built_in_name: true, mode: 'REFERENCE' }, ['UNCHANGED', null]],
  ['has the name of what is built in', { ...free, has_built_in_name: true }, ['COLLISION', 'BUILT_IN']],
  ['may not be a reference', { ...free, mode: 'REFERENCE', is_copy_only: true }, ['BLOCKED', 'REFERENCE_NOT_ALLOWED']],
  ['may not be a reference, and is a copy', { ...free, is_copy_only: true }, ['CREATE', null]],
  ['is a reference from nowhere', { ...free, mode: 'REFERENCE', is_source_known: false }, ['BLOCKED', 'SOURCE_UNKNOWN']],
  ['is a copy from nowhere', { ...free, is_source_known: false }, ['CREATE', null]],
  ['is a reference that the project cannot hold', { ...free, mode: 'REFERENCE', lacks_capability: true }, ['BLOCKED', 'ARCHITECTURE_REQUIRED']],
  ['is a copy of such a thing', { ...free, lacks_capability: true }, ['CREATE', null]],
  ['got the name of another item', { ...free, is_twin_in_plan: true }, ['COLLISION', 'DUPLICATE_IN_FILE']],
  ['got the name of another item and is on the branch', { ...same, is_twin_in_plan: true }, ['COLLISION', 'DUPLICATE_IN_FILE']],
  ['has a code that is taken', { ...free, is_erc_taken: true }, ['COLLISION', 'CODE_TAKEN']],
  ['has a code that is taken, and a name that may be changed', { ...taken, is_erc_taken: true, is_upsert: true }, ['COLLISION', 'CODE_TAKEN']],
  ['is there just so', same, ['UNCHANGED', null]],
  ['is there just so, as a reference', { ...reference, is_same_content: true }, ['UNCHANGED', null]],
  ['is there with another content', taken, ['COLLISION', null]],
  ['is there from another source', { ...same, is_same_source: false }, ['COLLISION', null]],
  ['is there in the other mode', { ...same, is_same_mode: false, existing_mode: 'REFERENCE' }, ['COLLISION', null]],
  ['was exported from the reference that is there', { ...same, is_itself: true, is_same_mode: false, existing_mode: 'REFERENCE' }, ['UNCHANGED', null]],
  ['was exported from the reference that is there, whose content is another now', { ...taken, is_itself: true, is_same_source: true, is_same_mode: false, existing_mode: 'REFERENCE' }, ['COLLISION', null]],
  ['was exported from what is there, and is imported as a reference', { ...same, mode: 'REFERENCE', is_itself: true, is_same_mode: false }, ['COLLISION', null]],
  ['was exported from what is there, as another kind', { ...same, is_itself: true, is_same_kind: false, is_same_mode: false, existing_mode: 'REFERENCE' }, ['COLLISION', null]],
  ['is there as another kind', { ...same, is_same_kind: false }, ['COLLISION', null]],
  ['is a newer state of a reference', reference, ['REFERENCE_UPDATE', null]],
  ['is a copy of what is there as a reference', { ...reference, mode: 'COPY', is_same_mode: false }, ['COLLISION', null]],
  ['is a reference to what is there as another reference', { ...reference, is_same_reference: false, is_same_source: false }, ['COLLISION', null]],
  ['changes what is there', { ...taken, is_upsert: true }, ['UPDATE', null]],
  ['changes a part of what is there', { ...taken, is_partial: true }, ['UPDATE', null]],
  ['would change what is there, and is equal', { ...taken, is_upsert: true, is_same_content: true }, ['UNCHANGED', null]],
  ['would change a read-only reference', { ...taken, is_upsert: true, existing_mode: 'REFERENCE', is_same_mode: false }, ['COLLISION', null]],
  ['would change another kind', { ...taken, is_upsert: true, is_same_kind: false }, ['COLLISION', null]],
  ['would change it, as a reference', { ...taken, mode: 'REFERENCE', is_upsert: true, is_same_mode: false }, ['COLLISION', null]],
]; // prettier-ignore

describe('the rules of what an item comes to', () => {
  let connection: SqlConnection;
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'waybill-rules-'));
    connection = await openSqlConnection(`sqlite:${path.join(dir, 'empty.sqlite')}`, 1000);
  });
  afterAll(async () => {
    await connection.close();
    await rm(dir, { recursive: true });
  });

  /** What rules make of some facts. */
  async function outcomes(rules: readonly ActionRule[], rows: readonly Facts[]): Promise<[string, string | null][]> {
    const columns = Object.keys(free);
    const values = rows.map((row) => `(${columns.map((column) => literal(row[column] ?? null)).join(', ')})`);
    const decided = await connection.all<{ action: string; reason: string | null }>(
      sql`WITH f (${sql.raw(columns.join(', '))}) AS (VALUES ${sql.raw(values.join(', '))})
       SELECT ${actionSql(rules)} AS action, ${reasonSql(rules)} AS reason FROM (SELECT ${ruleSql(rules)} AS rule FROM f) AS n`,
    );
    return decided.map(({ action, reason }) => [action, reason]);
  }

  it.each(cases)('an item that %s', async (_what, facts, outcome) => {
    expect(await outcomes(actionRules, [facts])).toEqual([outcome]);
  });

  it.each(actionRules.map((rule, index) => [renderSql(rule.when, sqliteDialect).text, index]))(
    'decide a case above by %s',
    async (_when, index) => {
      const facts = cases.map(([, row]) => row);
      const without = actionRules.filter((_rule, place) => place !== index);
      expect(await outcomes(without, facts)).not.toEqual(await outcomes(actionRules, facts));
    },
  );
});

function literal(value: string | boolean | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? `'${value}'` : value ? '1' : '0';
}
