import type { JsonObject } from '../../src/shared/json.js';
import type { GraphqlClient } from './graphqlClient.js';
import type { PlanProblem } from './importFlow.js';

export interface CallbackState {
  url: string;
  key: string | null;
  status: 'PENDING' | 'DELIVERED' | 'FAILED';
  attempts: number;
  lastError: string | null;
  deliveredAt: string | null;
}

const fields = 'url key status attempts lastError deliveredAt';
const callbackDocument = `query ($id: ID!) { task(id: $id) { status callback { ${fields} } } }`;

export interface Asked {
  task: { id: string; callback: CallbackState | null } | null;
  problems: PlanProblem[];
}

/** The callback of a task as it is now. */
export async function callbackOf(client: GraphqlClient, id: string): Promise<CallbackState> {
  const { data } = await client.query(callbackDocument, { id });
  return (data as { task: { callback: CallbackState } }).task.callback;
}

/** Waits until the callback of a task is no longer pending. */
export async function settledCallback(client: GraphqlClient, id: string): Promise<CallbackState> {
  for (;;) {
    const callback = await callbackOf(client, id);
    if (callback.status !== 'PENDING') return callback;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const inputTypes = {
  startExport: 'StartExportInput',
  executeImport: 'ExecuteImportInput',
  undoImport: 'UndoImportInput',
} as const;

/** Asks for a task, with who is to be told of its end. */
export async function askFor(
  client: GraphqlClient,
  mutation: keyof typeof inputTypes,
  input: JsonObject,
): Promise<Asked> {
  const { data, errors } = await client.query(
    `mutation ($input: ${inputTypes[mutation]}!) { ${mutation}(input: $input) {
      task { id callback { ${fields} } } problems { code message path fix } } }`,
    { input },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data[mutation] as Asked;
}
