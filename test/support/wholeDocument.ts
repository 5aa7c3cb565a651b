/** Documents that ask for all that an operation can answer. */
import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { maxTokens } from '../../src/app/limits/queryText.js';

const maxDepth = 7;

interface Options {
  /** Fields that are left out, as `Type.field`. */
  without: ReadonlySet<string>;
}

/** The operation `Root.field` with its arguments as variables, and with every field of its answer that asks for no argument, as deep as a document may be long. */
export function wholeDocument(schema: GraphQLSchema, operation: string, options: Options): string {
  const [root = '', name = ''] = operation.split('.');
  const type = schema.getType(root);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`There is no ${operation}.`);
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const withArgs = (text: string) => (text === '' ? '' : `(${text})`);
  const documentTo = (depth: number) => {
    const selection = new Selector(schema, options, depth).selectionOf(getNamedType(field.type), []);
    return `${root.toLowerCase()} Walk${withArgs(declared)} { ${name}${withArgs(given)} ${selection} }`;
  };
  let document = documentTo(1);
  for (let depth = 2; depth <= maxDepth; depth += 1) {
    const deeper = documentTo(depth);
    if ((deeper.match(/\w+|\.\.\.|[^\s\w]/g) ?? []).length > maxTokens) break;
    document = deeper;
  }
  return document;
}

class Selector {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly options: Options,
    private readonly depth: number,
  ) {}

  selectionOf(type: GraphQLNamedType, path: readonly string[]): string {
    if (isLeafType(type)) return '';
    const types = isAbstractType(type) ? this.schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    const parts = types.map((object) => {
      // Types of one interface may have fields of one name and of different types.
      const isShared = (name: string) =>
        new Set(types.flatMap((other) => other.getFields()[name]?.type.toString() ?? [])).size < 2;
      const fields = Object.values(object.getFields()).flatMap((field) =>
        this.fieldOf(object.name, field, path).map((text) =>
          isShared(field.name) ? text : `${object.name}_${field.name}: ${text}`,
        ),
      );
      return `... on ${object.name} { __typename ${fields.join(' ')} }`;
    });
    return `{ ${parts.join(' ')} }`;
  }

  private fieldOf(typeName: string, field: GraphQLField<unknown, unknown>, path: readonly string[]): string[] {
    const place = `${typeName}.${field.name}`;
    const isAsking = field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    if (isAsking || this.options.without.has(place)) return [];
    const type = getNamedType(field.type);
    if (isLeafType(type)) return [field.name];
    // Each type once on a way, so that there is an end; a page of it still shows its own.
    if (path.length >= this.depth || path.includes(type.name)) return [];
    const selection = this.selectionOf(type, [...path, type.name]);
    return [`${field.name} ${selection}`];
  }
}
