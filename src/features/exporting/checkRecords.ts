import type { Problem } from '../../shared/problem.js';
import { checkRecordClasses, type RecordClass, type RecordFormat } from '../formats/index.js';
import type { WorkerContext } from '../workers/index.js';
import { isPlainKind, unknownFields } from './exportFields.js';
import type { ExportOrder } from './exportSelection.js';
import { recordFieldsOf, sortsOfItems } from './recordFieldsOf.js';

/** An export to a format of records. */
export interface RecordOrder extends ExportOrder {
  format: RecordFormat;
}

/** Problems of writing these classes: kinds that the format cannot contain, fields that no record has. */
export async function checkRecords(
  context: WorkerContext,
  { format, isArchive = false, fields = [], selection }: RecordOrder,
  classes: readonly RecordClass[],
): Promise<Problem[]> {
  const isPlain = (kind: string): boolean => isPlainKind(context.kinds.get(kind));
  const problems = checkRecordClasses(format, classes, { isArchive, isPlain }).map(inInput);
  if (fields.length === 0) return problems;
  const sorts = await recordFieldsOf(context, selection.branchId, await sortsOfItems(context));
  return [...problems, ...unknownFields(sorts, fields, (index) => ['input', 'fields', String(index)])];
}

function inInput(problem: Problem): Problem {
  return { ...problem, path: ['input', ...problem.path] };
}
