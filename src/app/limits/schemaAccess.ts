import type { ValidationContext, ASTVisitor } from 'graphql';
import { refusalError, refusals } from './refusals.js';

const schemaFields: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Refuses questions about the schema. `__typename` stays: clients tell answers apart by it. */
export function refuseIntrospection(context: ValidationContext): ASTVisitor {
  return {
    Field: ({ name }) => {
      if (schemaFields.has(name.value)) context.reportError(refusalError(refusals.introspectionDisabled()));
    },
  };
}
