/** The fields that the specs of a kind have, as far as its JSON Schema tells. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { didYouMean, listed, quoted, type KindDefinition } from '../kinds/worker.js';

/** A field that records of a kind can be exported with, and filtered by. */
export interface ExportFieldFacts {
  name: string;
  /** For a person. */
  title: string;
  /** As the schema calls it; `any` where it does not say. */
  type: string;
  isRequired: boolean;
}

/** The members at the top of a spec, in the order of the schema. */
export function fieldsOfKind({ schema }: Pick<KindDefinition, 'schema'>): ExportFieldFacts[] {
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  return Object.entries(membersOf(schema) ?? {}).map(([name, member]) => ({
    name,
    title: isJsonObject(member) && typeof member['title'] === 'string' ? member['title'] : name,
    type: typeOf(member),
    isRequired: required.has(name),
  }));
}

function typeOf(member: JsonValue): string {
  if (!isJsonObject(member)) return 'any';
  const { type } = member;
  if (typeof type === 'string') return type;
  return Array.isArray(type) ? type.filter((one) => typeof one === 'string').join(' | ') : 'any';
}

/** What a record of a kind that is known by its name says of itself, beside the spec. */
const statedMembers: ReadonlySet<string> = new Set(['name', 'title', 'externalReferenceCode']);

/** Claims that specs of a kind are texts alone, so that a row of a table holds one whole, and that nothing contains it. */
export function isPlainKind({ schema, parentKind }: Pick<KindDefinition, 'schema' | 'parentKind'>): boolean {
  const fields = fieldsOfKind({ schema });
  const isPlain = fields.length > 0 && fields.every(({ name, type }) => type === 'string' && !statedMembers.has(name));
  return isPlain && parentKind === undefined;
}

/** A problem for each field that none of the kinds has. `pathOf` gives its place in the input. */
export function unknownFields(
  kinds: readonly KindDefinition[],
  fields: readonly string[],
  pathOf: (index: number) => string[],
): Problem[] {
  return fields.flatMap((field, index) => {
    if (kinds.some(({ schema }) => mayHave(schema, field))) return [];
    const known = [...new Set(kinds.flatMap((kind) => fieldsOfKind(kind).map(({ name }) => name)))];
    const fix = didYouMean(field, known) ?? `Use one of ${listed(known)}.`;
    const message = `No kind of the selection has a field ${quoted(field)}.`;
    return [errorProblem('FIELD_UNKNOWN', message, { path: pathOf(index), fix })];
  });
}

/** Claims that a spec may have a field: at its top only what the schema names, further inside what it does not rule out. */
function mayHave(schema: JsonObject, field: string): boolean {
  const members = membersOf(schema);
  // A schema that names no members at the top leaves it to something else what there is.
  if (members === undefined || Object.hasOwn(members, field)) return true;
  const [first = '', ...rest] = field.split('.');
  if (!Object.hasOwn(members, first)) return false;
  let inner: JsonValue | undefined = members[first];
  for (const segment of rest) {
    if (!isJsonObject(inner)) return true;
    if (segment === '' || isSimple(inner)) return false;
    const innerMembers = membersOf(inner);
    if (innerMembers === undefined) return true;
    if (!Object.hasOwn(innerMembers, segment)) return inner['additionalProperties'] !== false;
    inner = innerMembers[segment];
  }
  return true;
}

/** Claims that a value has no members that could be named: lists are taken whole. */
function isSimple({ type }: JsonObject): boolean {
  return typeof type === 'string' && type !== 'object';
}

function membersOf(schema: JsonObject): JsonObject | undefined {
  const { properties } = schema;
  return isJsonObject(properties) ? properties : undefined;
}
