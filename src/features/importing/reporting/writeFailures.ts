/**
 * Writes the files of a task with failures: the error report, as CSV and JSON, and the remainder, which contains the failed
 * items with their problems and can be imported after correction. All are written in one pass, and become visible with the
 * commit of the caller's transaction.
 */
import { sql, type Sql } from '../../../database/worker.js';
import { toPointer } from '../../../shared/jsonPointer.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import { recordFile, type FilePurpose, type HashedFile } from '../../files/worker.js';
import { draftHead, draftLine, type OriginRecord, type BundleSource } from '../../formats/index.js';
import type { TaskContext } from '../../tasks/worker.js';
import type { PlanRow } from '../tables/planRows.js';
import { csvHead, csvRow, jsonRow, rowOfFile, rowsOfItem } from './errorReport.js';
import { failedItems, type FailedItem } from './failedItems.js';

/** Writes report and remainder of the items `i` for which the condition `where` holds. */
export async function writeFailures(context: TaskContext, plan: PlanRow, where: Sql): Promise<void> {
  const source = await readSourceOf(context, plan);
  await withReport(context, (report) =>
    withFile(context, files.remainder, async (remainder) => {
      await remainder.write(draftHead(source));
      for await (const items of failedItems(context, plan, where)) {
        await report(items.flatMap(rowsOfItem));
        // What was to be deleted is not in the file.
        const ofFile = items.filter(({ row }) => row.ordinal >= 0);
        await remainder.write(ofFile.map((item) => draftOf(context, item)).join(''));
      }
    }),
  );
}

/** Writes the report of a file that is refused as a whole. */
export async function writeFileFailures(context: TaskContext, problems: readonly Problem[]): Promise<void> {
  await withReport(context, (report) => report(problems.map(rowOfFile)));
}

interface FileKind {
  purpose: FilePurpose;
  stem: string;
  extension: string;
  mediaType: string;
}

const files = {
  csv: { purpose: 'ERROR_REPORT', stem: 'import-errors', extension: 'csv', mediaType: 'text/csv; charset=utf-8' },
  json: { purpose: 'ERROR_REPORT', stem: 'import-errors', extension: 'json', mediaType: 'application/json' },
  remainder: { purpose: 'REMAINDER', stem: 'import-remainder', extension: 'jsonl', mediaType: 'application/jsonl' },
} as const satisfies Record<string, FileKind>;

type Rows = ReturnType<typeof rowsOfItem>;

/** Opens the report in both formats, and lets `work` add rows to it. */
async function withReport(
  context: TaskContext,
  work: (report: (rows: Rows) => Promise<void>) => Promise<void>,
): Promise<void> {
  await withFile(context, files.csv, (csv) =>
    withFile(context, files.json, async (json) => {
      let separator = '[\n';
      await csv.write(csvHead);
      await work(async (rows) => {
        if (rows.length === 0) return;
        await csv.write(rows.map(csvRow).join(''));
        await json.write(separator + rows.map(jsonRow).join(',\n'));
        separator = ',\n';
      });
      await json.write(separator === '[\n' ? '[]\n' : '\n]\n');
    }),
  );
}

async function withFile(
  context: TaskContext,
  { purpose, stem, extension, mediaType }: FileKind,
  work: (file: HashedFile) => Promise<void>,
): Promise<void> {
  const { id, file } = context.newFile();
  const written = await file.write(async (out) => {
    await work(out);
    return {};
  });
  const createdAt = context.clock.now();
  const name = `${stem}-${createdAt.replace(/[-:]|\.\d+/g, '')}.${extension}`;
  const about = { id, taskId: context.task.id, name, mediaType, createdAt };
  await recordFile(context.connection, { ...about, ...written, purpose });
}

function draftOf({ kinds }: TaskContext, { row, externalReferenceCode: code, spec, problems }: FailedItem): string {
  const { kind, name, title, parentName, sourceId, originChain, isPartial } = row;
  // A record takes its code from its spec: the user must correct it there, so it is written only there.
  const isRecord = kinds.find(kind)?.compileRecordShape !== undefined;
  const externalReferenceCode = isRecord && spec['externalReferenceCode'] === code ? null : code;
  return draftLine({
    ...{ kind, name, title, externalReferenceCode, spec },
    parent: parentName,
    id: sourceId,
    origins: originChain === null ? [] : (JSON.parse(originChain) as OriginRecord[]),
    isPartial,
    problems: problems.map(shownProblem),
  });
}

function shownProblem({ code, path, message, fix }: Problem): JsonObject {
  return { code, pointer: toPointer(path), message, ...(fix === undefined ? {} : { fix }) };
}

type Row = Record<
  'instanceId' | 'instanceName' | 'projectId' | 'projectKey' | 'projectName' | 'branch' | 'exportedAt' | 'exportedBy',
  string | null
>;

const nobody: Row = {
  ...{ instanceId: null, instanceName: null, projectId: null, projectKey: null, projectName: null },
  ...{ branch: null, exportedAt: null, exportedBy: null },
};

/** The source of the file of a plan, as stated in the file. */
export async function readSourceOf({ connection }: TaskContext, { id }: PlanRow): Promise<BundleSource> {
  const row = await connection.get<Row>(
    sql`SELECT v.instance_id, v.instance_name, v.project_id,
       v.project_key, v.project_name, v.branch, v.exported_at,
       v.exported_by
     FROM import_plan pl JOIN provenance v ON v.id = pl.provenance_id WHERE pl.id = ${id}`,
  );
  const { branch, exportedAt, exportedBy, ...ids } = row ?? nobody;
  const { instanceId, instanceName, projectId, projectKey, projectName } = ids;
  return {
    instance: instanceId !== null && instanceName !== null ? { id: instanceId, name: instanceName } : null,
    project:
      projectId !== null && projectKey !== null && projectName !== null
        ? { id: projectId, key: projectKey, name: projectName }
        : null,
    ...{ branch, exportedAt, exportedBy },
  };
}
