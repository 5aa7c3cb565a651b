import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * The names of the fields that an operation asks for, of the field that is being resolved (no path) or below it. A field that is
 * skipped by a directive counts as asked for: what follows from the names may do too much, never too little.
 */
export function selectedFields(info: GraphQLResolveInfo, path: readonly string[] = []): Set<string> {
  let sets = info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  for (const name of path) {
    sets = sets
      .flatMap((set) => fieldsOf(set, info).filter((field) => field.name.value === name))
      .flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return new Set(sets.flatMap((set) => fieldsOf(set, info).map(({ name }) => name.value)));
}

/** Fields of a selection, those of its fragments included; the depth of a query was bounded before. */
function fieldsOf(set: SelectionSetNode, info: GraphQLResolveInfo) {
  const fields = [];
  const open = [...set.selections];
  for (let selection = open.pop(); selection; selection = open.pop()) {
    if (selection.kind === Kind.FIELD) fields.push(selection);
    else {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      open.push(...(fragment?.selectionSet.selections ?? []));
    }
  }
  return fields;
}
