/** What can be told of a mapping before the file is read as a whole. */
import { fieldOfColumn, isFieldMapped, setAt, suggestMapping, type FieldMapping } from '../../formats/index.js';
import { didYouMean, listed, quoted, type RecordFields } from '../../kinds/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';

/** Names the field that a column or member of this name fills. */
function fieldNamer(isTable: boolean): (name: string) => string {
  return isTable ? fieldOfColumn : (name) => name;
}

/** A file of records, of which it is known what they can hold. */
export interface MappedFile {
  known: RecordFields;
  isTable: boolean;
}

/** MAPPING_INVALID: targets that the records can't have, each with the nearest that they can. */
export function unknownTargets(mapping: readonly FieldMapping[], { known, isTable }: MappedFile): Problem[] {
  const fieldOf = fieldNamer(isTable);
  const names = known.fields.map(({ name }) => name);
  return mapping.flatMap(({ target }, index) => {
    if (known.has(fieldOf(target))) return [];
    const message = `The mapping fills the target field ${quoted(target)}, which the records do not have.`;
    const fix = didYouMean(target, names) ?? `Use one of ${listed(names)}.`;
    return [errorProblem('MAPPING_INVALID', message, { path: ['mapping', String(index), 'target'], fix })];
  });
}

/** The likely mapping. A field of the file that the records have as it is stays what it is. */
export function likelyMapping(sources: readonly string[], { known, isTable }: MappedFile): FieldMapping[] {
  const fieldOf = fieldNamer(isTable);
  const kept = sources.filter((source) => known.has(fieldOf(source)));
  return suggestMapping(sources, [...new Set([...known.fields.map(({ name }) => name), ...kept])]);
}

/** Required fields that no target of the mapping fills. */
export function unfilledFields(mapping: readonly FieldMapping[], { known, isTable }: MappedFile): string[] {
  const fieldOf = fieldNamer(isTable);
  const record: JsonObject = {};
  for (const { target } of mapping) setAt(record, fieldOf(target).split('.'), 'filled');
  return known.missingFrom(record);
}

/** Fields of a file that a mapping leaves out. */
export function leftOut(sources: readonly string[], mapping: readonly FieldMapping[]): string[] {
  const mapped = new Set(mapping.map(({ source }) => source));
  return sources.filter((source) => !isFieldMapped(source, mapped));
}
