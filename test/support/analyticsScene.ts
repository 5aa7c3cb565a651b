/** Somebody who imports reports and dashboards, with whatever rights a test gives them. */
import type { JsonObject } from '../../src/shared/json.js';
import { grantRole, makeAccount, type Account } from './accessScene.js';
import type { EntityProblem } from './analyticsEntities.js';
import { AnalyticsFlow } from './analyticsFlow.js';
import type { BundleRecord } from './importBundle.js';
import type { Place } from './importFlow.js';
import type { ServerClient } from './serverClient.js';

export interface Person {
  flow: AnalyticsFlow;
  account: Account;
  principalId: string;
}

export type PersonRole = 'VIEWER' | 'EDITOR' | 'MANAGER' | 'SUPERUSER';

/** Makes somebody with a role in the project of a place. */
export async function makePerson(server: ServerClient, { projectId }: Place, role: PersonRole): Promise<Person> {
  const account = await makeAccount(server, role.toLowerCase(), role === 'SUPERUSER');
  if (role !== 'SUPERUSER') await grantRole(server, account, { projectId, role });
  const { data } = await account.client.query('{ me { id } }');
  return { flow: new AnalyticsFlow(account.client), account, principalId: (data as { me: { id: string } }).me.id };
}

/** Makes a group of some people. */
export async function makeGroup(server: ServerClient, members: readonly Person[]): Promise<string> {
  const made = await server.query(
    'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { principal { id } problems { message } } }',
    { input: { name: `analysts of ${members[0]?.principalId ?? 'none'}` } },
  );
  const groupId = (made.data as { createGroup: { principal: { id: string } } }).createGroup.principal.id;
  for (const { principalId } of members) {
    await server.query(
      'mutation ($input: SetGroupMemberInput!) { setGroupMember(input: $input) { problems { code } } }',
      {
        input: { groupId, principalId, isMember: true },
      },
    );
  }
  return groupId;
}

/** Opens a resource to some readers alone. */
export async function setReaders(
  server: ServerClient,
  resourceId: string,
  readers: readonly { principalId: string; tenants?: string[] }[] | null,
): Promise<void> {
  const document =
    'mutation ($input: SetResourceReadersInput!) { setResourceReaders(input: $input) { problems { message } } }';
  const { data } = await server.query(document, { input: { resourceId, readers } });
  expect(data).toEqual({ setResourceReaders: { problems: [] } });
}

/** A collection with data sources: `[type, key, tenants]`, processes and no tenant unless it is said. */
export function collection(
  name: string,
  sources: readonly (readonly [key: string, tenants?: (string | null)[], type?: string])[],
): BundleRecord {
  const dataSources = sources.map(([definitionKey, tenants = [null], definitionType = 'process']) => ({
    ...{ definitionType, definitionKey, tenants },
  }));
  return { kind: 'analytics/Collection', name, spec: { dataSources } };
}

/** Codes of problems, ours beside those of the original, in their order. */
export function codePairs(problems: readonly EntityProblem[]): (readonly [string, string | null])[] {
  return problems.map(({ code, originalCode }) => [code, originalCode] as const);
}

/** What an upload is refused with; undefined when it is not. */
export async function refusalOf(
  { account }: Person,
  { branchId }: Place,
  file: readonly JsonObject[],
): Promise<string[] | undefined> {
  const { plan, problems } = await account.client.upload(JSON.stringify(file), { branchId });
  return plan ? undefined : problems.map(({ code }) => code);
}

export interface PrerequisiteView {
  kind: { name: string };
  name: string;
  toName: string | null;
  toVersion: string | null;
  toTenant: string | null;
  isPresent: boolean;
  isAuthorized: boolean;
  missingVersions: string[];
  missingTenants: string[];
  requiredBy: { nodes: { name: string }[] };
  candidates: { name: string }[];
}

/** What the items of a plan need. */
export async function prerequisitesOf(flow: AnalyticsFlow, id: string): Promise<PrerequisiteView[]> {
  const fields = `kind { name } name toName toVersion toTenant isPresent isAuthorized missingVersions missingTenants
    requiredBy { nodes { name } } candidates { name }`;
  const document = `query ($id: ID!) { importPlan(id: $id) { prerequisites { nodes { ${fields} } } } }`;
  return (await flow.ask<{ importPlan: { prerequisites: { nodes: PrerequisiteView[] } } }>(document, { id })).importPlan
    .prerequisites.nodes;
}

/** The new id of each item, by the id in the file. */
export async function idMapOf(flow: AnalyticsFlow, id: string): Promise<Record<string, { name: string; id: string }>> {
  const document = `query ($id: ID!) { importPlan(id: $id) {
    items(first: 100) { edges { node { sourceId resource { id name } } } } } }`;
  const { importPlan } = await flow.ask<{
    importPlan: { items: { edges: { node: { sourceId: string; resource: { id: string; name: string } } }[] } };
  }>(document, { id });
  return Object.fromEntries(importPlan.items.edges.map(({ node }) => [node.sourceId, node.resource]));
}
