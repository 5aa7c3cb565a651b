/** Fields that an export names, held against those that the records of the selection can have. */
import { errorProblem, type Problem } from '../../shared/problem.js';
import { didYouMean, fieldsOfKind, listed, quoted, type KindDefinition, type RecordFields } from '../kinds/worker.js';

/** What a record of a kind that is known by its name says of itself, beside the spec. */
const statedMembers: ReadonlySet<string> = new Set(['name', 'title', 'externalReferenceCode']);

/** Whether specs of a kind are texts alone, so that a row of a table holds one whole, and that nothing contains it. */
export function isPlainKind({ schema, parentKind }: Pick<KindDefinition, 'schema' | 'parentKind'>): boolean {
  const { fields } = fieldsOfKind({ schema });
  const isPlain = fields.length > 0 && fields.every(({ name, type }) => type === 'string' && !statedMembers.has(name));
  return isPlain && parentKind === undefined;
}

/** A problem for each field that none of the sorts of records has. `pathOf` gives its place in the input. */
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
