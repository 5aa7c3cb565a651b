/** What the operations of operations.graphql take and give, by name; the types follow from the schema (`npm run operations`). */
import type {
  ResultOf as ResultOfDocument,
  VariablesOf as VariablesOfDocument,
} from '@graphql-typed-document-node/core';
import * as documents from './operations.generated.js';
import type {
  ImportPlanQuery,
  ProblemFieldsFragment,
  ResourceFieldsFragment,
  TaskFieldsFragment,
} from './operations.generated.js';

type Documents = typeof documents;

export type OperationName = {
  [Key in keyof Documents]: Key extends `${infer Name}Document` ? Name : never;
}[keyof Documents];

type DocumentOf<Name extends OperationName> = Documents[`${Name}Document`];

/** The data of an operation. */
export type ResultOf<Name extends OperationName> = ResultOfDocument<DocumentOf<Name>>;

/** The variables of an operation. */
export type VariablesOf<Name extends OperationName> = VariablesOfDocument<DocumentOf<Name>>;

/** The one input of a mutation. */
export type InputOf<Name extends OperationName> = VariablesOf<Name> extends { input: infer Input } ? Input : never;

export type ResourceState = ResourceFieldsFragment;
export type TaskState = TaskFieldsFragment;
export type TaskFileState = TaskState['files'][number];
export type ProblemState = ProblemFieldsFragment;
export type ImportPlanState = NonNullable<ImportPlanQuery['importPlan']>;

/** The text of an operation, with its fragments. */
export function operationDocument(name: OperationName): string {
  return documents[`${name}Document`].toString();
}
