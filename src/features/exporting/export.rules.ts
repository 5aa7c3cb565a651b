/** What can be said against an order before the branch is looked at. */
import type { JsonValue } from '../../shared/json.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { isRecordFormat } from '../formats/index.js';
import type { ExportOrder } from './exportSelection.js';
import type { RecordCondition, RecordOperator } from './recordFilter.js';

const maxConditions = 100;
const maxFields = 10_000;

/** Settings that do not go together, and conditions with values that their operators can't have. */
export function checkOrder(order: ExportOrder): Problem[] {
  return [...checkSettings(order), ...checkRecordFilter(order.selection.recordFilter ?? [])];
}

function checkSettings({ format, isArchive = false, fields }: ExportOrder): Problem[] {
  const problems: Problem[] = [];
  const isBundle = !isRecordFormat(format);
  if (isBundle && fields) {
    const message = `${format} holds resources whole and takes no fields.`;
    problems.push(
      refused('fields', message, 'Leave the fields out, or use CSV, JSONT, LIFERAY_JSON or LIFERAY_JSONL.'),
    );
  }
  if (isBundle && isArchive && format !== 'ZIP') {
    const message = `Archives are made of files of records; ${format} is one file.`;
    problems.push(refused('isArchive', message, 'Use the format ZIP for a bundle that is an archive.'));
  }
  if (fields?.length === 0) {
    problems.push(refused('fields', 'No field is chosen.', 'Name the fields, or leave them out for all.'));
  }
  if (fields && fields.length > maxFields) {
    problems.push(refused('fields', `More than ${maxFields} fields are chosen.`, 'Leave them out for all.'));
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
  CONTAINS: { fits: (value) => typeof value === 'string' && value !== '', asks: 'a text that is not empty' },
  IN: { fits: Array.isArray, asks: 'a list of values' },
  IS_NULL: { fits: (value) => typeof value === 'boolean', asks: 'true or false' },
};

function checkRecordFilter(conditions: readonly RecordCondition[]): Problem[] {
  if (conditions.length > maxConditions) {
    const message = `There are ${conditions.length} conditions, and ${maxConditions} are the most that are taken.`;
    return [refused('recordFilter', message, 'Use IN for many values of one field.')];
  }
  return conditions.flatMap(({ operator, value }, index) => {
    const { fits, asks } = ruleByOperator[operator];
    if (fits(value)) return [];
    const path = ['input', 'recordFilter', String(index), 'value'];
    return [errorProblem('SETTING_INVALID', `${operator} asks for ${asks}.`, { path, fix: `Give it ${asks}.` })];
  });
}
