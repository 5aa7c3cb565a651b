import { Kind, print, visit, type DocumentNode, type FragmentDefinitionNode } from 'graphql';

/** Cuts one operation with its fragments out of a document of many. */
export function selectOperation(document: DocumentNode, name: string): string {
  const operation = document.definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === name,
  );
  if (!operation) throw new Error(`There is no operation ${name}.`);
  const fragmentByName = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragmentByName.set(definition.name.value, definition);
  }
  const used = [operation];
  // Grows while it is walked: fragments use fragments.
  const seen = new Set<string>();
  for (const definition of used) {
    visit(definition, {
      FragmentSpread: ({ name: { value } }) => {
        const fragment = fragmentByName.get(value);
        if (fragment && !seen.has(value)) used.push(fragment);
        seen.add(value);
      },
    });
  }
  return used.map((definition) => print(definition)).join('\n');
}
