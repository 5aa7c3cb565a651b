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
  const faults = [
    ...problems,
    ...(textOf(stated) === null ? [noName(place)] : []),
    ...noTexts({ title, externalReferenceCode }, place),
  ];
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

/** A title, or a code, that is something else: what is null or empty is none. */
function noTexts(members: Record<string, JsonValue | undefined>, { index, line }: RecordPlace): Problem[] {
  return Object.entries(members).flatMap(([key, value]) => {
    if (value === undefined || value === null || typeof value === 'string') return [];
    const message = `The ${quote(key)} of record ${index} of the file, on line ${line}, is not a text.`;
    return [errorProblem('ITEM_MALFORMED', message, { path: [key], fix: 'Write it as a text, or leave it out.' })];
  });
}

function noName({ index, line }: RecordPlace): Problem {
  const message = `Record ${index} of the file, on line ${line}, has no ${quote('name')}, which identifies it.`;
  const fix = 'Add it, or map the field that contains it.';
  return errorProblem('ITEM_MALFORMED', message, { path: ['name'], fix });
}
