import type { GraphqlClient } from './graphqlClient.js';

export interface AuditEventState {
  id: string;
  at: string;
  action: string;
  principal: { id: string; name: string };
  project: { id: string; key: string } | null;
  subjectId: string | null;
  outcome: string;
  detail: Record<string, unknown>;
}

export const auditDocument = `query ($filter: AuditFilter, $first: Int, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    totalCount
    edges { node { id at action principal { id name } project { id key } subjectId outcome detail } }
  }
}`;

/** The newest events that a client may see, newest first; none of a project that it may not see. */
export async function auditEventsOf(
  client: GraphqlClient,
  filter: Record<string, unknown> = {},
): Promise<AuditEventState[]> {
  const { data, errors } = await client.query(auditDocument, { filter, first: 100 });
  if (!data) throw new Error(`The audit log was refused: ${JSON.stringify(errors)}`);
  const { auditEvents } = data as { auditEvents: { edges: { node: AuditEventState }[] } | null };
  return auditEvents?.edges.map(({ node }) => node) ?? [];
}

/** Runs a mutation that takes an `input`, and gives its payload; throws when it is refused. */
export async function mutate<Payload extends object = Record<string, unknown>>(
  client: GraphqlClient,
  mutation: string,
  { input, result = '' }: { input: object; result?: string },
): Promise<Payload & { problems: { code: string; message: string; path: string[] }[] }> {
  const inputType = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${result} problems { code message path } } }`;
  const { data, errors } = await client.query(document, { input });
  if (!data) throw new Error(`${mutation} failed: ${JSON.stringify(errors)}`);
  return data[mutation] as never;
}
