import {
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { refusalError, refusals } from './refusals.js';

/** Limits root fields: each one is a call of its own. */
export function limitRootFields(maxRootFields: number): ValidationRule {
  return (context) => ({
    OperationDefinition: (operation) => {
      const count = countRootFields(operation, context);
      if (count > maxRootFields) context.reportError(refusalError(refusals.tooManyRootFields(count, maxRootFields)));
    },
  });
}

/** Fields at the top, those of fragments too. Fragments may still refer to each other in a ring: each is counted once. */
function countRootFields(operation: OperationDefinitionNode, context: ValidationContext): number {
  const seen = new Set<string>();
  const open: SelectionNode[] = [...operation.selectionSet.selections];
  let count = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === Kind.FIELD) count += 1;
    else if (node.kind === Kind.INLINE_FRAGMENT) open.push(...node.selectionSet.selections);
    else if (!seen.has(node.name.value)) {
      seen.add(node.name.value);
      open.push(...(context.getFragment(node.name.value)?.selectionSet.selections ?? []));
    }
  }
  return count;
}
