import { toPointer } from '../../../shared/jsonPointer.js';
import type { Problem } from '../../../shared/problem.js';
import { recordFile, writeText } from '../../files/worker.js';
import { csvLine } from '../../formats/index.js';
import type { TaskContext } from '../../tasks/worker.js';
import { itemWindows, type PlanRow } from '../planRows.js';
import { itemProblems } from './itemProblems.js';

const columns = ['line', 'kind', 'name', 'code', 'pointer', 'message', 'fix'] as const;

type ReportRow = Readonly<Record<(typeof columns)[number], string | number>>;

/**
 * Writes what went wrong with the items for which `where` (on `i`) holds, as CSV and as JSON, and makes the files known inside the
 * caller's transaction.
 */
export async function writeErrorReport(context: TaskContext, plan: PlanRow, where: string): Promise<void> {
  const stem = `import-errors-${context.clock.now().replace(/[-:]|\.\d+/g, '')}`;
  await writeReport(context, {
    name: `${stem}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    pieces: csvPieces(context, plan, where),
  });
  await writeReport(context, {
    name: `${stem}.json`,
    mediaType: 'application/json',
    pieces: jsonPieces(context, plan, where),
  });
}

interface Report {
  name: string;
  mediaType: string;
  pieces: AsyncIterable<string>;
}

async function writeReport(context: TaskContext, { name, mediaType, pieces }: Report): Promise<void> {
  const { id, path } = context.newFile();
  const written = await writeText(path, pieces);
  const about = { id, taskId: context.task.id, name, mediaType, createdAt: context.clock.now() };
  await recordFile(context.connection, { ...about, ...written, purpose: 'ERROR_REPORT' });
}

async function* csvPieces(context: TaskContext, plan: PlanRow, where: string): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const rows of reportRows(context, plan, where)) {
    yield rows.map((row) => csvLine(columns.map((column) => row[column]))).join('');
  }
}

async function* jsonPieces(context: TaskContext, plan: PlanRow, where: string): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const rows of reportRows(context, plan, where)) {
    for (const row of rows) {
      yield separator + JSON.stringify(row);
      separator = ',\n';
    }
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

async function* reportRows(context: TaskContext, plan: PlanRow, where: string): AsyncGenerator<ReportRow[]> {
  for await (const items of itemWindows(context.connection, plan.no, { where })) {
    const problems = await itemProblems(context, plan, items);
    yield items.flatMap((item, index) =>
      (problems[index] ?? []).filter(({ severity }) => severity === 'ERROR').map((problem) => rowOf(item, problem)),
    );
    await context.checkpoint();
  }
}

function rowOf(item: { line: number; kind: string; name: string }, problem: Problem): ReportRow {
  const { line, kind, name } = item;
  return {
    line,
    kind,
    name,
    code: problem.code,
    pointer: toPointer(problem.path),
    message: problem.message,
    fix: problem.fix ?? '',
  };
}
