import { classOfKind, objectsKinds } from './objectsClasses.js';

/** What identifies a record of a kind, and its other members with a meaning of their own. */
export interface RecordIdentity {
  required: string;
  optional: readonly string[];
}

/** Members that become part of an item outside its spec, see `recordItem` and `namedItem`. */
export function identityOf(kind: string): RecordIdentity {
  if (classOfKind(kind) === undefined) return { required: 'name', optional: ['title', 'externalReferenceCode'] };
  return kind === objectsKinds.workflowDefinition
    ? { required: 'name', optional: ['externalReferenceCode'] }
    : { required: 'externalReferenceCode', optional: [] };
}
