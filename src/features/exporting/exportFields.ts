/** Compares the fields of an export with the fields that records of the selection can have. */
import { errorProblem, type Problem } from '../../shared/problem.js';
import { didYouMean, fieldsOfKind, listed, quoted, type KindDefinition, type RecordFields } from '../kinds/worker.js';

/** Members of a record outside its spec, for kinds that are identified by name. */
const statedMembers: ReadonlySet<string> = new Set(['name', 'title', 'externalReferenceCode']);

/** Whether specs of a kind contain only strings and have no container, so that a table can hold all of a resource. */
export function isPlainKind({ schema, parentKind }: Pick<KindDefinition, 'schema' | 'parentKind'>): boolean {
  const { fields } = fieldsOfKind({ schema });
  const isPlain = fields.length > 0 && fields.every(({ name, type }) => type === 'string' && !statedMembers.has(name));
  return isPlain && parentKind === undefined;
}

/** A problem for each field that no record can have. `pathOf` returns its path in the input. */
export function unknownFields(
  sorts: readonly RecordFields[],
  fields: readonly string[],
  pathOf: (index: number) => string[],
): Problem[] {
  return fields.flatMap((field, index) => {
    if (sorts.some(({ has }) => has(field))) return [];
    const known = [...new Set(sorts.flatMap((sort) => sort.fields.map(({ name }) => name)))];
    const fix = didYouMean(field, known) ?? `Use one of ${listed(known)}.`;
    const message = `No kind of the selection has a field ${quoted(field)}.`;
    return [errorProblem('FIELD_UNKNOWN', message, { path: pathOf(index), fix })];
  });
}
