/** One record of a kind that is none of the product's: it is known by its name, and the rest of it is its spec. */
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { FileItem } from '../format.js';
import { quote } from '../scanning/fileProblems.js';
import type { RecordPlace } from '../records/recordEvents.js';
import { itemBase } from './itemBase.js';
import type { RecordFacts } from './recordItems.js';

/** Makes an item of a record. One without a name is an item with a problem, so that it is shown. */
export function namedItem(
  record: JsonObject,
  { kind, place, problems = [] }: Pick<RecordFacts, 'kind' | 'place' | 'problems'>,
): FileItem {
  const { name: stated, title, externalReferenceCode, ...spec } = record;
  const name = textOf(stated) ?? `#${place.index}`;
  const faults = textOf(stated) === null ? [...problems, noName(place)] : problems;
  return {
    ...itemBase,
    kind,
    name,
    title: textOf(title),
    externalReferenceCode: textOf(externalReferenceCode),
    spec,
    line: place.line,
    problems: faults.map((problem) => ({ ...problem, kind, name, line: problem.line ?? place.line })),
  };
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function noName({ index, line }: RecordPlace): Problem {
  const message = `Record ${index} of the file, on line ${line}, has no ${quote('name')}, by which it would be known again.`;
  const fix = 'Give it one, or map the field that holds it.';
  return errorProblem('ITEM_MALFORMED', message, { path: ['name'], fix });
}
