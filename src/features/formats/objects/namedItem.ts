/** Records of a kind that is not a Liferay kind: they are identified by `name`, and their other members are the spec. */
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { FileItem } from '../format.js';
import { quote } from '../scanning/fileProblems.js';
import type { RecordPlace } from '../records/recordEvents.js';
import { itemBase } from './itemBase.js';
import type { RecordFacts } from './recordItems.js';

/** Makes an item of a record. A record without a name becomes an item with a problem, so that it is shown. */
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

/** Problems of a title or code that is not a string. Null and empty values count as absent. */
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
