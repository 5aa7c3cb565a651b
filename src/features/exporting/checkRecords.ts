import type { Problem } from '../../shared/problem.js';
import { checkRecordClasses, type RecordClass, type RecordFormat } from '../formats/index.js';
import type { WorkerContext } from '../workers/index.js';
import { isPlainKind, unknownFields } from './exportFields.js';
import type { ExportOrder } from './exportSelection.js';

/** An order for a file of records. */
export interface RecordOrder extends ExportOrder {
  format: RecordFormat;
}

/** What speaks against writing these classes as the order says: kinds that the format can't hold, fields that no kind has. */
export function checkRecords(
  { kinds }: WorkerContext,
  { format, isArchive = false, fields = [] }: RecordOrder,
  classes: readonly RecordClass[],
): Problem[] {
  const isPlain = (kind: string): boolean => isPlainKind(kinds.get(kind));
  const known = [...new Set(classes.map(({ kind }) => kind))].map((kind) => kinds.get(kind));
  return [
    ...checkRecordClasses(format, classes, { isArchive, isPlain }).map(inInput),
    ...unknownFields(known, fields, (index) => ['input', 'fields', String(index)]),
  ];
}

function inInput(problem: Problem): Problem {
  return { ...problem, path: ['input', ...problem.path] };
}
