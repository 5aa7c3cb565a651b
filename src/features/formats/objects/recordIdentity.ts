import { classOfKind, objectsKinds } from './objectsClasses.js';

/** What a record of a kind is known by again, and what else it says of itself. */
export interface RecordIdentity {
  required: string;
  optional: readonly string[];
}

/** The members that make an item of a record, see `recordItem` and `namedItem`. */
export function identityOf(kind: string): RecordIdentity {
  if (classOfKind(kind) === undefined) return { required: 'name', optional: ['title', 'externalReferenceCode'] };
  return kind === objectsKinds.workflowDefinition
    ? { required: 'name', optional: ['externalReferenceCode'] }
    : { required: 'externalReferenceCode', optional: [] };
}
