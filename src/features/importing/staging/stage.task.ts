/**
 * The STAGE_IMPORT task turns a file into a plan. For a transfer it exports the file first. The stages:
 * 1. clearing: delete what an earlier attempt staged;
 * 2. detecting: choose the format, check the mapping;
 * 3. reading: check each item and write it in batches (`StagedFile`);
 * 4. planning: mark duplicates, run the cross-checks, propose what was remembered, derive the plan (`derivePlan`), write the error report.
 * It never writes to the branch, and can start again from the beginning at any time.
 */
import { sql, type SqlConnection } from '../../../database/worker.js';
import { AppError } from '../../../shared/appError.js';
import {
  detectFormat,
  formatReaders,
  identifyRecords,
  type FileRecords,
  type FormatReader,
  type ReadOptions,
} from '../../formats/index.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import type { TaskContext, TaskEnd, TaskHandler } from '../../tasks/worker.js';
import { writeFailures, writeFileFailures } from '../reporting/writeFailures.js';
import { checkPlanMapping } from '../mapping/checkPlanMapping.js';
import { unknownSource } from '../mirror.js';
import { derivePlan } from '../plan/derivePlan.js';
import { holdRestricted } from '../plan/restrictedResources.js';
import { movePlan, planToChange, readPlan, tryMovePlan, type PlanRow } from '../tables/planRows.js';
import { clearGivenUp, clearProvenance, clearStaging, clearStagingAtOnce } from './clearStaging.js';
import { KnownItemsGone } from './copyKnown.js';
import { crossCheckItems } from './crossCheckItems.js';
import { markDuplicates } from './markDuplicates.js';
import { readOptions, readUpload, type Upload } from '../tables/readUpload.js';
import { proposeBindings } from '../remembering/proposeBindings.js';
import { StagedFile } from './stagedFile.js';
import { writeSource, type TransferOrder } from './writeSource.js';

/** From this number of items on, statistics (`ANALYZE`) before the next statements pay off. */
const manyItems = 100;

/** The input of a STAGE_IMPORT task. */
export interface StagingInput {
  /** The requested format; null to detect it. */
  format: string | null;
  /** For a transfer: what the task exports first. */
  transfer?: TransferOrder;
}

const planGone: TaskEnd = {
  status: 'FAILED',
  counts: {},
  errorMessage: 'The plan of this task is gone.',
  code: 'NOT_FOUND',
};

export const stageImportTask: TaskHandler<StagingInput> = {
  type: 'STAGE_IMPORT',
  run: async (context) => {
    const { transfer, format } = context.task.input;
    const found = await readPlan(context.connection, context.task.planId ?? '');
    if (!found) return planGone;
    const unfit = transfer ? await writeSource(context, found, transfer) : [];
    if (unfit.length > 0) return refuseFile(context, found, { problems: unfit, format: null });
    const plan = transfer ? await readPlan(context.connection, found.id) : found;
    if (!plan) return planGone;
    context.enterStage('clearing');
    await clearStaging(context.connection, plan.no, () => context.checkpoint());
    await clearProvenance(context.connection, plan);
    context.enterStage('detecting');
    const upload = await readUpload(context, plan);
    const detected = await chooseReader({ ...upload, kind: plan.options.kind }, format);
    if ('problem' in detected) {
      return refuseFile(context, plan, { problems: [withOriginalCode(detected.problem)], format: null });
    }
    return stageWith(context, { plan, upload, reader: detected.reader });
  },
  onUnsuccessfulEnd: async ({ connection, clock }, task, status) => {
    if (task.planId === null) return;
    await tryMovePlan(connection, task.planId, {
      status: status === 'CANCELLED' ? 'DISCARDED' : 'FAILED',
      updatedAt: clock.now(),
    });
  },
  tidyUp: async ({ connection }, { planId }) => {
    const plan = planId === null ? undefined : await readPlan(connection, planId);
    if (plan) await clearStagingAtOnce(connection, plan.no);
  },
  sweep: clearGivenUp,
};

/** The product that wrote an unreadable file is unknown; only one supported product has a code for it. */
function withOriginalCode(problem: Problem): Problem {
  return { ...problem, originalCode: 'importFileInvalid' };
}

async function chooseReader(
  upload: Upload & { kind?: string | undefined },
  wanted: string | null,
): Promise<{ reader: FormatReader } | { problem: Problem }> {
  if (wanted === null) return detectFormat(upload, formatReaders);
  const reader = formatReaders.find(({ name }) => name === wanted);
  if (reader) return { reader };
  const known = formatReaders.map(({ name }) => name).join(', ');
  const problem = errorProblem('FORMAT_UNSUPPORTED', `No format is named "${wanted}".`, {
    fix: `Use one of ${known}.`,
  });
  return { problem };
}

async function stageWith(
  context: TaskContext,
  { plan, upload, reader }: { plan: PlanRow; upload: Upload; reader: FormatReader },
): Promise<TaskEnd | undefined> {
  const options = readOptions(upload, plan.options);
  const { name: format } = reader;
  // Up to the first record.
  const records = await identifyRecords(format, options);
  const refuse = (problems: readonly Problem[]) => refuseFile(context, plan, { problems, format, records });
  const unmappable = await checkPlanMapping(context, plan, { format, records });
  if (unmappable.some(isError)) return refuse(unmappable);
  context.enterStage('reading');
  const read = (recognises: boolean) => readFile(context, { plan, reader, options, recognises });
  const staged = await read(true).catch(async (error: unknown) => {
    if (!(error instanceof KnownItemsGone)) throw error;
    await clearStaging(context.connection, plan.no, () => context.checkpoint());
    return read(false);
  });
  staged.problems.unshift(...unmappable);
  if (staged.isRefused) return refuse(staged.problems);
  if (staged.itemCount === 0) return refuse([...staged.problems, nothingToImport()]);
  context.enterStage('planning');
  if (staged.itemCount > manyItems) await context.connection.analyze(tablesOf(staged));
  await finish(context, plan, { staged, records });
  return undefined;
}

/** `recognises`: whether records that the last import has read are recognised instead of read again. */
async function readFile(
  context: TaskContext,
  {
    plan,
    reader,
    options,
    recognises,
  }: { plan: PlanRow; reader: FormatReader; options: ReadOptions; recognises: boolean },
): Promise<StagedFile> {
  const staged = new StagedFile(context, plan, reader.name);
  const known = recognises ? staged.known : undefined;
  try {
    for await (const events of reader.read({ ...options, known, fieldTypesOf: staged.cellTypesOf })) {
      await staged.add(events);
      await context.checkpoint();
      if (staged.isRefused) break;
    }
    await staged.written();
    return staged;
  } finally {
    // Whatever comes next uses the connection; an error of the reader came first.
    await staged.written().catch(() => undefined);
    await staged.close();
  }
}

/** Condition: the item cannot be imported whatever the branch contains, or lacks required members. */
const isFaulty = sql`(i.is_valid = FALSE OR i.is_incomplete)`;

/** The tables that the task filled. */
function tablesOf({ facts }: StagedFile): string[] {
  return ['content', 'edge', 'import_item', ...(facts.uniqueKinds.length > 0 ? ['content_unique_text'] : [])];
}

async function finish(
  context: TaskContext,
  plan: PlanRow,
  { staged, records }: { staged: StagedFile; records: FileRecords | null },
): Promise<void> {
  const { connection } = context;
  await connection.transaction(async () => {
    await lockStaged(connection, plan.id);
    await staged.complete();
    await markDuplicates(connection, plan.no);
    await crossCheckItems(context, plan, staged.toCrossCheck);
    const read = (await readPlan(connection, plan.id)) ?? plan;
    await proposeBindings(context, read);
    if ((plan.options.mirrorKinds ?? []).length > 0 && read.sourceProjectId === null)
      staged.problems.push({ ...unknownSource([]), severity: 'WARNING' });
    // Before the derivation, which reads the facts of the file from the row.
    await movePlan(connection, plan.id, {
      status: 'READY',
      problems: staged.problems,
      fileFacts: { ...staged.facts, records: records ?? undefined },
    });
    const derived = await derivePlan(context, plan.id);
    await context.checkpoint();
    const failed = await connection.get<{ count: number }>(
      sql`SELECT count(*) AS count FROM import_item i WHERE i.plan_no = ${plan.no} AND ${isFaulty}`,
    );
    const failedCount = failed?.count ?? 0;
    if (failedCount > 0) await writeFailures(context, derived, isFaulty);
    await context.end({
      status: failedCount > 0 ? 'COMPLETED_WITH_ERRORS' : 'COMPLETED',
      counts: { processedCount: staged.itemCount, totalCount: staged.itemCount, failedCount },
    });
  });
}

/**
 * Locks a plan for the end of its staging.
 * @throws AppError TASK_CANCELLED if it was discarded while its file was read
 */
async function lockStaged(connection: SqlConnection, planId: string): Promise<void> {
  const plan = await planToChange(connection, planId);
  if (plan?.status !== 'STAGING') throw AppError.taskCancelled();
}

/** Refuses the whole file: the plan becomes FAILED, keeps the problems and no items. */
async function refuseFile(
  context: TaskContext,
  plan: PlanRow,
  { problems, format, records }: { problems: readonly Problem[]; format: string | null; records?: FileRecords | null },
): Promise<undefined> {
  const { connection, clock } = context;
  await clearStaging(connection, plan.no, () => context.checkpoint());
  const errors = problems.filter(isError);
  await connection.transaction(async () => {
    await lockStaged(connection, plan.id);
    await movePlan(connection, plan.id, {
      ...{ status: 'FAILED', problems, format, updatedAt: clock.now() },
      // A changed mapping can be checked before the file is read again.
      ...(records !== undefined && { fileFacts: { records: records ?? undefined } }),
    });
    await holdRestricted(context, plan);
    await writeFileFailures(context, errors);
    const errorMessage = errors.map(({ message }) => message).join(' ');
    await context.end({ status: 'FAILED', counts: {}, errorMessage, ...(errors[0] && { code: errors[0].code }) });
  });
  return undefined;
}

function isError({ severity }: Problem): boolean {
  return severity === 'ERROR';
}

function nothingToImport(): Problem {
  return errorProblem('NOTHING_TO_IMPORT', 'The file contains no resources.', {
    fix: 'Export something first, or choose another file.',
  });
}
