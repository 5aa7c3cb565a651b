/** Checks of a mapping that do not need the whole file. */
import { fieldOfColumn, isFieldMapped, setAt, suggestMapping, type FieldMapping } from '../../formats/index.js';
import { didYouMean, listed, quoted, type RecordFields } from '../../kinds/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';

/** Maps a target in the mapping to the field that it fills. */
function fieldNamer(isTable: boolean): (name: string) => string {
  return isTable ? fieldOfColumn : (name) => name;
}

/** A file of records whose fields are known. */
export interface MappedFile {
  known: RecordFields;
  isTable: boolean;
}

/** MAPPING_INVALID: targets that the records do not have, each with the most similar field as a fix. */
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

/** Suggests a mapping. A field of the file that the records also have keeps its name. */
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
