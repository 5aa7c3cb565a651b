/**
 * The maximum number of objects that a response can contain, computed before anything is read: each field with an object counts as one,
 * multiplied by the sizes of the lists around it. A page has the size of its `first`, with the variables of the request. Introspection
 * counts as nothing: its size is known.
 *
 * The document must be valid: its depth is limited, and no fragment contains itself.
 */
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { listSizes, pageSizeOf, usualListSize } from './listSizes.js';

/** An operation before its execution. */
export interface CostedOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

export function queryCost(costed: CostedOperation): number {
  return new CostWalk(costed).total();
}

class CostWalk {
  private readonly fragmentByName = new Map<string, FragmentDefinitionNode>();
  private readonly costByFragment = new Map<string, number>();
  private readonly defaultByVariable = new Map<string, unknown>();

  constructor(private readonly costed: CostedOperation) {
    for (const definition of costed.document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragmentByName.set(definition.name.value, definition);
    for (const { variable, defaultValue } of costed.operation.variableDefinitions ?? [])
      this.defaultByVariable.set(
        variable.name.value,
        defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined,
      );
  }

  total(): number {
    const { schema, operation } = this.costed;
    return this.ofSelection(operation.selectionSet, schema.getRootType(operation.operation), undefined);
  }

  /** `pageSize`: the length of the lists of this selection, if they are the page of a connection. */
  private ofSelection(
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType | null | undefined,
    pageSize: number | undefined,
  ): number {
    let cost = 0;
    for (const node of selections) {
      if (node.kind === Kind.FIELD) cost += this.ofField(node, parent, pageSize);
      else if (node.kind === Kind.INLINE_FRAGMENT) {
        const name = node.typeCondition?.name.value;
        const type = name === undefined ? parent : this.costed.schema.getType(name);
        cost += this.ofSelection(node.selectionSet, type, pageSize);
      } else cost += this.ofFragment(node.name.value, pageSize);
    }
    return cost;
  }

  private ofFragment(name: string, pageSize: number | undefined): number {
    const key = `${name} ${pageSize ?? ''}`;
    const known = this.costByFragment.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragmentByName.get(name);
    if (!fragment) return 0;
    const type = this.costed.schema.getType(fragment.typeCondition.name.value);
    const cost = this.ofSelection(fragment.selectionSet, type, pageSize);
    this.costByFragment.set(key, cost);
    return cost;
  }

  private ofField(node: FieldNode, parent: GraphQLNamedType | null | undefined, pageSize: number | undefined): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field || !parent) return 0;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return 0;
    const isList = isListType(getNullableType(field.type));
    const size = isList ? (pageSize ?? listSizes.get(`${parent.name}.${field.name}`)?.usual ?? usualListSize) : 1;
    const inner = node.selectionSet ? this.ofSelection(node.selectionSet, type, this.pageSizeIn(field, node)) : 0;
    return size * (1 + inner);
  }

  private pageSizeIn(field: GraphQLField<unknown, unknown>, node: FieldNode): number | undefined {
    if (!field.args.some(({ name }) => name === 'first')) return undefined;
    const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    if (value?.kind === Kind.INT) return pageSizeOf(Number(value.value));
    if (value?.kind !== Kind.VARIABLE) return pageSizeOf(undefined);
    const name = value.name.value;
    const given = this.costed.variables[name];
    return pageSizeOf(given === undefined ? this.defaultByVariable.get(name) : given);
  }
}
