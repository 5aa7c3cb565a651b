/** Branch and file in a database of this process: the stages of an import, without a server, an upload or a task. */
import { sql } from '../../src/database/worker.js';
import type { FileItem } from '../../src/features/formats/index.js';
import type { ImportRights } from '../../src/features/importing/tables/importRights.js';
import type { ImportMode } from '../../src/features/importing/tables/importStates.js';
import { derivePlan } from '../../src/features/importing/plan/derivePlan.js';
import { itemWindows, type ItemRow } from '../../src/features/importing/tables/itemRows.js';
import { readPlan, type PlanOptions, type PlanRow } from '../../src/features/importing/tables/planRows.js';
import { itemProblems } from '../../src/features/importing/reporting/itemProblems.js';
import { StagedFile } from '../../src/features/importing/staging/stagedFile.js';
import type { JsonObject } from '../../src/shared/json.js';
import type { Problem } from '../../src/shared/problem.js';
import { BranchScene, now, openBranch, project, source } from './branchScene.js';

/** An item of the file. */
export type StagedItem = Pick<FileItem, 'kind' | 'name' | 'spec'> & {
  [Member in Exclude<keyof FileItem, 'kind' | 'name' | 'spec' | 'origins'>]?: FileItem[Member] | undefined;
};

/** How a file is staged. */
interface StageOptions {
  mode?: ImportMode;
  /** Whether the file says where it is from. */
  isFromNowhere?: boolean;
  format?: string;
  options?: PlanOptions;
  rights?: ImportRights;
  principalId?: string;
}

/** What a plan has for one item. */
export interface DerivedItem {
  name: string;
  effectiveName: string;
  action: string;
  reason: string | null;
  hasWarning: boolean;
  existingId: string | null;
  spec: JsonObject | null;
}

export class PlanScene extends BranchScene {
  private fileCount = 0;

  static override async open(): Promise<PlanScene> {
    return new PlanScene(await openBranch());
  }

  /** Stages items as a file from {@link source}, or from nowhere; gives the id of its plan. */
  async stage(
    items: readonly StagedItem[],
    {
      mode = 'COPY',
      isFromNowhere = false,
      format = 'waybill/json',
      options = {},
      rights = {},
      principalId,
    }: StageOptions = {},
  ): Promise<string> {
    const id = `plan-${++this.fileCount}`;
    await this.fill('import_plan', {
      ...{
        id,
        branch_id: project.branchId,
        status: 'STAGING',
        mode,
        options: JSON.stringify(options),
        rights: JSON.stringify(rights),
        principal_id: principalId ?? null,
        problems: '[]',
        advice: '[]',
      },
      ...{ counts: '{}', upload_sha256: '', source_file_id: '', stage_task_id: '', created_at: now, updated_at: now },
    });
    const file = new StagedFile(this.context, await this.planRow(id), format);
    if (!isFromNowhere) await file.add([{ type: 'source', source }]);
    await file.add(items.map((item) => ({ type: 'item', item: fileItem(item), bytesRead: 0 })));
    await file.add([{ type: 'end', bundleDigest: '', claimedDigest: null, claimedCount: null }]);
    await file.complete();
    await this.connection.run(sql`UPDATE import_plan SET file_facts = ${JSON.stringify(file.facts)} WHERE id = ${id}`);
    return id;
  }

  /** Writes what a person chose for an item. */
  async choose(
    planId: string,
    name: string,
    choice: { newName?: string; isSelected?: boolean; mode?: ImportMode },
  ): Promise<void> {
    const { newName, isSelected, mode } = choice;
    await this.connection.run(
      sql`UPDATE import_item SET new_name = coalesce(${newName ?? null}, new_name), is_selected = coalesce(${isSelected ?? null}, is_selected), mode = coalesce(${mode ?? null}, mode)
       WHERE name = ${name} AND plan_no = (SELECT no FROM import_plan WHERE id = ${planId})`,
    );
  }

  /** Derives a plan; gives its items by name. */
  async derive(planId: string): Promise<Record<string, DerivedItem>> {
    await this.connection.transaction(() => derivePlan(this.context, planId));
    const rows = await this.connection.all<Omit<DerivedItem, 'spec'> & { spec: string | null }>(
      sql`SELECT i.name, i.effective_name, i.action, i.reason, i.has_warning, i.existing_id, c.spec
       FROM import_item i LEFT JOIN content c ON c.id = i.effective_content_id
       WHERE i.plan_no = (SELECT no FROM import_plan WHERE id = ${planId})`,
    );
    return Object.fromEntries(
      rows.map((row) => [row.name, { ...row, spec: row.spec === null ? null : (JSON.parse(row.spec) as JsonObject) }]),
    );
  }

  /** Stages items and derives their plan. */
  async plan(...file: Parameters<PlanScene['stage']>): Promise<Record<string, DerivedItem>> {
    return this.derive(await this.stage(...file));
  }

  /** A plan, as the stages get it. */
  async planRow(planId: string): Promise<PlanRow> {
    return (await readPlan(this.connection, planId))!;
  }

  /** The items of a plan, in the order of the file. */
  async items(planId: string): Promise<ItemRow[]> {
    const { no } = await this.planRow(planId);
    const items: ItemRow[] = [];
    for await (const window of itemWindows(this.connection, no)) items.push(...window);
    return items;
  }

  /** All that is to be said about the items of a plan, by their names. */
  async problems(planId: string): Promise<Record<string, Problem[]>> {
    const items = await this.items(planId);
    const problems = await itemProblems(this.context, { plan: await this.planRow(planId), viewer: 'IMPORTER' }, items);
    return Object.fromEntries(items.map(({ name }, index) => [name, problems[index] ?? []]));
  }
}

/** An item as a reader gives it. */
export function fileItem(item: StagedItem): FileItem {
  return { ...blank, problems: [], ...item } as FileItem;
}

const blank: Omit<FileItem, 'kind' | 'name' | 'spec'> = {
  ...{ title: null, externalReferenceCode: null, parent: null, sourceId: null, origins: [], claimedDigest: null },
  ...{ isPartial: false, line: 1, problems: [] },
};
