/** Checks an export without reading the branch. */
import type { JsonValue } from '../../shared/json.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { isRecordFormat } from '../formats/index.js';
import type { ExportOrder } from './exportSelection.js';
import type { RecordCondition, RecordOperator } from './recordFilter.js';

const maxConditions = 100;
const maxFields = 10_000;

/** Problems of options that exclude each other, and of conditions with invalid values. */
export function checkOrder(order: ExportOrder): Problem[] {
  return [...checkSettings(order), ...checkRecordFilter(order.selection.recordFilter ?? [])];
}

function checkSettings({ format, isArchive = false, fields }: ExportOrder): Problem[] {
  const problems: Problem[] = [];
  const isBundle = !isRecordFormat(format);
  if (isBundle && fields) {
    const message = `The format ${format} contains whole resources; fields cannot be selected.`;
    problems.push(refused('fields', message, 'Omit the fields, or use CSV, JSONT, LIFERAY_JSON or LIFERAY_JSONL.'));
  }
  if (isBundle && isArchive && format !== 'ZIP' && format !== 'DIRECTORY') {
    const message = `An archive requires a format of records; ${format} is a single file.`;
    problems.push(refused('isArchive', message, 'Use the format ZIP to export a bundle as an archive.'));
  }
  if (fields?.length === 0) {
    problems.push(
      refused('fields', 'The list of fields is empty.', 'List the fields, or omit "fields" to export all.'),
    );
  }
  if (fields && fields.length > maxFields) {
    problems.push(refused('fields', `The list has more than ${maxFields} fields.`, 'Omit "fields" to export all.'));
  }
  return problems;
}

function refused(member: string, message: string, fix: string): Problem {
  return errorProblem('SETTING_INVALID', message, { path: ['input', member], fix });
}

interface ValueRule {
  fits: (value: JsonValue) => boolean;
  asks: string;
}

const anything: ValueRule = { fits: () => true, asks: 'any value' };
const ordered: ValueRule = {
  fits: (value) => typeof value === 'number' || typeof value === 'string',
  asks: 'a number or a text',
};
const ruleByOperator: Record<RecordOperator, ValueRule> = {
  EQ: anything,
  NE: anything,
  LT: ordered,
  LE: ordered,
  GT: ordered,
  GE: ordered,
  CONTAINS: { fits: (value) => typeof value === 'string' && value !== '', asks: 'a non-empty text' },
  IN: { fits: Array.isArray, asks: 'a list of values' },
  IS_NULL: { fits: (value) => typeof value === 'boolean', asks: 'true or false' },
};

function checkRecordFilter(conditions: readonly RecordCondition[]): Problem[] {
  if (conditions.length > maxConditions) {
    const message = `There are ${conditions.length} conditions; at most ${maxConditions} are allowed.`;
    return [refused('recordFilter', message, 'Use IN for many values of one field.')];
  }
  return conditions.flatMap(({ operator, value }, index) => {
    const { fits, asks } = ruleByOperator[operator];
    if (fits(value)) return [];
    const path = ['input', 'recordFilter', String(index), 'value'];
    return [errorProblem('SETTING_INVALID', `${operator} requires ${asks}.`, { path, fix: `Pass ${asks}.` })];
  });
}
