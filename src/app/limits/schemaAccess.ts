import type { ValidationContext, ASTVisitor } from 'graphql';
import { refusalError, refusals } from './refusals.js';

const schemaFields: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Refuses introspection. `__typename` is allowed: clients need it to distinguish types. */
export function refuseIntrospection(context: ValidationContext): ASTVisitor {
  return {
    Field: ({ name }) => {
      if (schemaFields.has(name.value)) context.reportError(refusalError(refusals.introspectionDisabled()));
    },
  };
}
