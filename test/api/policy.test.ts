/**
 * Walks every query, mutation, subscription and download with every role, and holds what comes of it against the approved table. The
 * walk follows the schema: an operation that is new has no arguments here, and fails it.
 */
import { buildSchema, getNamedType, isObjectType, type GraphQLField } from 'graphql';
import { readFileSync } from 'node:fs';
import { makeAccounts, roleNames, type Account, type RoleName } from '../support/accessScene.js';
import { expectApproved } from '../golden/approvedFile.js';
import { makeErSchema, makeShop } from '../support/fastDataResources.js';
import { bundleText } from '../support/bundleFiles.js';
import { createProject, createResources, exportFile, importFile, stageFile } from '../support/projectScene.js';
import { firstEvent, subscribeTo } from '../support/taskSubscription.js';
import type { Place } from '../support/importFlow.js';
import { ScheduleFlow } from '../support/scheduleFlow.js';
import { TemplateFlow } from '../support/templateFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

type Outcome = 'allowed' | 'denied' | 'hidden';
type Variables = Record<string, unknown>;

/** What the walk asks about: things of one project, made by somebody else than those who ask. */
interface Scene {
  projectId: string;
  key: string;
  branchId: string;
  resourceId: string;
  planId: string;
  stageTaskId: string;
  exportTaskId: string;
  importTaskId: string;
  fileUrl: string;
  templateId: string;
  /** Of a schedule that is deleted in the walk, and of one that stays, with its template. */
  scheduleId: string;
  haltedId: string;
  keptTemplateId: string;
  bindingId: string;
  tokenId: string;
  principalId: string;
}

/** Arguments that reach the operation and are refused by its own rules where it would change something. */
const argsOf: Record<string, (scene: Scene) => Variables> = {
  'Query.me': () => ({}),
  'Query.principals': () => ({}),
  'Query.tokens': () => ({}),
  'Query.auditEvents': ({ projectId }) => ({ filter: { projectId } }),
  'Query.kinds': ({ projectId }) => ({ projectId }),
  'Query.projects': () => ({}),
  'Query.project': ({ key }) => ({ key }),
  'Query.branch': ({ key }) => ({ projectKey: key, name: 'main' }),
  'Query.node': ({ resourceId }) => ({ id: resourceId }),
  'Query.importPlans': ({ branchId }) => ({ branchId }),
  'Query.verifyDatabase': () => ({}),
  'Query.resource': ({ resourceId }) => ({ id: resourceId }),
  'Query.resources': ({ branchId }) => ({ branchId }),
  'Query.dependencyGraph': ({ branchId, resourceId }) => ({
    branchId,
    rootIds: [resourceId],
    direction: 'DEPENDENCIES',
  }),
  'Query.exportPreview': ({ branchId }) => ({ input: { selection: { branchId, all: true } } }),
  'Query.exportFields': ({ branchId }) => ({ branchId, kind: 'fast-data/ErSchema' }),
  'Query.importPlan': ({ planId }) => ({ id: planId }),
  'Query.task': ({ exportTaskId }) => ({ id: exportTaskId }),
  'Query.tasks': ({ branchId }) => ({ filter: { branchId } }),
  'Query.templates': ({ projectId }) => ({ projectId }),
  'Mutation.createToken': () => ({ input: { name: '' } }),
  'Mutation.revokeToken': ({ tokenId }) => ({ input: { id: tokenId } }),
  'Mutation.createGroup': () => ({ input: { name: '' } }),
  'Mutation.setGroupMember': ({ principalId }) => ({ input: { groupId: principalId, principalId, isMember: true } }),
  'Mutation.setSuperuser': ({ principalId }) => ({ input: { principalId, isSuperuser: false } }),
  'Mutation.grantRole': ({ projectId, principalId }) => ({ input: { projectId, principalId, role: 'VIEWER' } }),
  'Mutation.revokeRole': ({ projectId, principalId }) => ({ input: { projectId, principalId } }),
  'Mutation.createProject': () => ({ input: { key: '', name: '' } }),
  'Mutation.updateProject': ({ projectId }) => ({ input: { id: projectId, capabilities: [] } }),
  'Mutation.deleteProject': ({ projectId }) => ({ input: { id: projectId, confirmKey: '' } }),
  'Mutation.deleteBranch': ({ branchId }) => ({ input: { id: branchId } }),
  'Mutation.createBranch': ({ projectId }) => ({ input: { projectId, name: '..' } }),
  'Mutation.setPackEnabled': ({ projectId }) => ({ input: { projectId, pack: 'fast-data', isEnabled: true } }),
  'Mutation.createResource': ({ branchId }) => ({
    input: { branchId, kind: 'fast-data/SystemOfRecord', name: 'walked', spec: { adapter: 'basic' } },
  }),
  'Mutation.updateResource': ({ resourceId }) => ({ input: { id: resourceId, spec: { wrong: 1 } } }),
  'Mutation.renameResource': ({ resourceId }) => ({ input: { id: resourceId, name: '' } }),
  'Mutation.restoreRevision': ({ resourceId }) => ({ input: { id: resourceId, revision: 1 } }),
  'Mutation.detachReference': ({ resourceId }) => ({ input: { id: resourceId } }),
  'Mutation.deleteResource': ({ resourceId }) => ({ input: { id: resourceId } }),
  'Mutation.setResourceReaders': ({ resourceId }) => ({ input: { resourceId, readers: null } }),
  'Mutation.startExport': ({ branchId }) => ({ input: { selection: { branchId, resourceIds: [] } } }),
  'Mutation.stageImport': ({ branchId }) => ({ input: { branchId, callbackUrl: 'nowhere' } }),
  'Mutation.stageTransfer': ({ branchId }) => ({
    input: { selection: { branchId, all: true }, intoBranchId: branchId, callbackUrl: 'nowhere' },
  }),
  'Mutation.selectImportItems': ({ planId }) => ({ input: { planId, isSelected: true } }),
  'Mutation.setImportMode': ({ planId }) => ({ input: { planId, mode: 'COPY' } }),
  'Mutation.setImportOptions': ({ planId }) => ({ input: { planId, createStrategy: 'INSERT' } }),
  'Mutation.renameImportItem': ({ planId }) => ({ input: { itemId: `${planId}.0`, name: '' } }),
  'Mutation.remapPrerequisite': ({ planId }) => ({ input: { planId, kind: 'none', name: 'x' } }),
  'Mutation.discardImport': ({ planId }) => ({ input: { planId: planId } }),
  'Mutation.executeImport': ({ planId }) => ({ input: { planId, callbackUrl: 'nowhere' } }),
  'Mutation.undoImport': ({ importTaskId }) => ({ input: { taskId: importTaskId, callbackUrl: 'nowhere' } }),
  'Mutation.deleteTask': ({ stageTaskId }) => ({ input: { id: stageTaskId } }),
  'Mutation.cancelTask': ({ exportTaskId }) => ({ input: { id: exportTaskId } }),
  'Mutation.saveTemplate': ({ projectId }) => ({
    input: { projectId, direction: 'EXPORT', name: '', settings: {} },
  }),
  'Mutation.deleteTemplate': ({ templateId }) => ({ input: { id: templateId } }),
  'Query.schedules': ({ projectId }) => ({ projectId }),
  'Mutation.saveSchedule': ({ projectId, branchId, keptTemplateId: templateId }) => ({
    input: { projectId, branchId, templateId, name: '', action: 'EXPORT', cron: '0 2 * * *' },
  }),
  'Mutation.setScheduleEnabled': ({ haltedId }) => ({ input: { id: haltedId, isEnabled: false } }),
  'Mutation.runSchedule': ({ haltedId }) => ({ input: { id: haltedId } }),
  'Mutation.deleteSchedule': ({ scheduleId }) => ({ input: { id: scheduleId } }),
  'Query.bindings': ({ projectId }) => ({ projectId }),
  'Mutation.setBinding': ({ projectId }) => ({
    input: { projectId, sourceProject: 'nowhere', kind: 'none', name: 'a', type: 'RENAME', toName: 'b' },
  }),
  'Mutation.deleteBinding': ({ bindingId }) => ({ input: { id: bindingId } }),
  'Subscription.tasksChanged': ({ projectId }) => ({ projectId }),
  'Subscription.branchChanged': ({ branchId }) => ({ branchId }),
  'Subscription.taskProgress': ({ exportTaskId }) => ({ id: exportTaskId }),
  'Download.file': () => ({}),
};

const roots = {
  Query: schema.getQueryType(),
  Mutation: schema.getMutationType(),
  Subscription: schema.getSubscriptionType(),
};
const operations = [
  ...Object.entries(roots).flatMap(([root, type]) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${root}.${field}`),
  ),
  'Download.file',
].sort();

describe('the policy', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  it('lets every role do what the approved table says, and no more', async () => {
    const other = await createProject(server, 'elsewhere');
    const lines = new Map<string, string[]>(operations.map((operation) => [operation, []]));
    for (const role of roleNames) {
      const { scene, accounts } = await makeScene(server, role, other.projectId);
      for (const operation of operations) lines.get(operation)?.push(await outcomeOf(operation, scene, accounts[role]));
    }
    const rows = [...lines].map(
      ([operation, outcomes]) =>
        `${operation.padEnd(30)} ${outcomes
          .map((one) => one.padEnd(9))
          .join('')
          .trimEnd()}`,
    );
    const heading = `${''.padEnd(30)} ${roleNames
      .map((role) => role.padEnd(9))
      .join('')
      .trimEnd()}`;
    expectApproved('policy.txt', `${[heading, ...rows].join('\n')}\n`);
  });

  it('knows arguments for every operation that there is, and for no other', () => {
    expect(Object.keys(argsOf).sort()).toEqual(operations);
  });

  it.each(operations)('answers %s only to somebody with a token', async (operation) => {
    const { scene } = await sceneForNobody();
    if (operation === 'Download.file') {
      const response = await fetch(scene.fileUrl.split('?')[0] ?? '');
      await response.text();
      expect(response.status).toBe(401);
    } else if (operation.startsWith('Subscription.')) {
      await expect(firstState('', operation, scene)).rejects.toMatchObject({ code: 4403 });
    } else {
      const { status, errors } = await server.as('').query(documentOf(operation), argsOf[operation]?.(scene));
      expect([status, errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  let nobodysScene: Promise<{ scene: Scene }> | undefined;
  const sceneForNobody = () =>
    (nobodysScene ??= createProject(server, 'nowhere').then(({ projectId }) => makeScene(server, 'NOBODY', projectId)));

  /** Resolves with the first event; there is one of `tasksChanged` because a file is uploaded meanwhile. */
  async function firstState(token: string, operation: string, scene: Scene): Promise<void> {
    const events = subscribeTo({ url: server.url, token }, documentOf(operation), argsOf[operation]?.(scene) ?? {});
    const change = operation.endsWith('tasksChanged')
      ? () => server.upload('nothing', { branchId: scene.branchId })
      : () => Promise.resolve();
    await firstEvent(events, change);
  }

  async function outcomeOf(operation: string, scene: Scene, { client, secret }: Account): Promise<Outcome> {
    if (operation === 'Download.file') {
      const response = await fetch(scene.fileUrl.split('?')[0] ?? '', { headers: client.authorization });
      await response.arrayBuffer();
      return response.ok ? 'allowed' : response.status === 404 ? 'hidden' : 'denied';
    }
    if (operation.startsWith('Subscription.'))
      return firstState(secret, operation, scene).then(() => 'allowed', outcomeOfErrors);
    const variables = argsOf[operation]?.(scene) ?? {};
    const { data, errors } =
      operation === 'Mutation.stageImport'
        ? await client.sendUpload('{}', variables['input'] as never)
        : await client.query(documentOf(operation), variables);
    if (errors) return outcomeOfErrors({ errors });
    const [answer] = Object.values(data ?? {});
    if (answer === null) return 'hidden';
    const codes = ((answer as { problems?: { code: string; path: string[] }[] }).problems ?? []).map(
      ({ code }) => code,
    );
    if (codes.includes('FORBIDDEN')) return 'denied';
    return codes.includes('NOT_FOUND') ? 'hidden' : 'allowed';
  }
});

function outcomeOfErrors(refusal: unknown): Outcome {
  const { errors = refusal } = refusal as { errors?: unknown };
  if (!Array.isArray(errors)) throw new Error('The walk was refused without errors.', { cause: refusal });
  const codes = errors.map(({ extensions }: { extensions?: Record<string, unknown> }) => extensions?.['code']);
  if (codes.includes('FORBIDDEN')) return 'denied';
  // Of a graph each root is told that is not there.
  if (codes.includes('NOT_FOUND') || /There is no resource/.test(JSON.stringify(errors))) return 'hidden';
  throw new Error(`The walk asks something wrong: ${JSON.stringify(errors)}`);
}

/** The operation with its arguments as variables, and of its answer the problems, or that there is one. */
function documentOf(operation: string): string {
  const [root = 'Query', name = ''] = operation.split('.');
  const field = roots[root as keyof typeof roots]?.getFields()[name] as GraphQLField<unknown, unknown>;
  const type = getNamedType(field.type);
  const hasProblems = isObjectType(type) && 'problems' in type.getFields() && root === 'Mutation';
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = hasProblems ? '{ problems { code path } }' : '{ __typename }';
  const withArgs = (text: string) => (text === '' ? '' : `(${text})`);
  return `${root.toLowerCase()} Walk${withArgs(declared)} { ${name}${withArgs(given)} ${selection} }`;
}

async function makeScene(
  server: ServerClient,
  role: RoleName | 'NOBODY',
  otherProjectId: string,
): Promise<{ scene: Scene; accounts: Record<RoleName, Account> }> {
  const { projectId, key, branchId } = await createProject(server, `walk-${role.toLowerCase()}`);
  const accounts = await makeAccounts(server, { projectId, otherProjectId });
  const made = await createResources(server, branchId, makeShop());
  const { task } = await exportFile(server, { selection: { branchId, all: true } });
  const imported = await importFile(server, await bundleText([makeErSchema('imported', {})]), { branchId });
  const plan = await stageFile(server, await bundleText([makeErSchema('staged', {})]), { branchId });
  const { data } = await server.query(
    'query ($id: ID!) { importPlan(id: $id) { task { id } source { project { key } } } }',
    { id: plan.id },
  );
  const read = (data as { importPlan: { task: { id: string }; source: { project: { key: string } } } }).importPlan;
  const stageTaskId = read.task.id;
  const bindingId = await someBinding(server, projectId, read.source.project.key);
  const saved = await server.operation('SaveTemplate', {
    input: { projectId, direction: 'EXPORT', name: 'all', settings: { format: 'JSON' } },
  });
  const templateId = saved.saveTemplate.template?.id ?? '';
  const schedules = await someSchedules(server, { projectId, branchId, key });
  const { token, principal } = await someonesToken(server);
  const file = task.files.find(({ purpose }) => purpose === 'RESULT');
  const scene: Scene = {
    ...{ projectId, key, branchId, planId: plan.id, stageTaskId, exportTaskId: task.id, importTaskId: imported.id },
    ...{ resourceId: [...made.values()][0]?.id ?? '', fileUrl: file?.url ?? '', templateId, ...schedules },
    ...{ bindingId, tokenId: token, principalId: principal },
  };
  return { scene, accounts };
}

async function someBinding(server: ServerClient, projectId: string, sourceProject: string): Promise<string> {
  const input = { projectId, sourceProject, kind: 'fast-data/ErSchema', name: 'a', type: 'RENAME', toName: 'b' };
  const document = 'mutation ($input: SetBindingInput!) { setBinding(input: $input) { binding { id } } }';
  const { data } = await server.query(document, { input });
  return (data as { setBinding: { binding: { id: string } } }).setBinding.binding.id;
}

type SomeSchedules = Pick<Scene, 'scheduleId' | 'haltedId' | 'keptTemplateId'>;

async function someSchedules(server: ServerClient, place: Place): Promise<SomeSchedules> {
  const { id: templateId } = await new TemplateFlow(server).save(place, { name: 'kept' });
  const save = (name: string) => new ScheduleFlow(server).save(place, { templateId, name, isEnabled: false });
  return { keptTemplateId: templateId, scheduleId: (await save('one')).id, haltedId: (await save('two')).id };
}

/** A token of a service account that nobody of the walk is. */
async function someonesToken(server: ServerClient): Promise<{ token: string; principal: string }> {
  const { createToken } = await server.operation('CreateToken', { input: { name: 'someone' } });
  const { data } = await server.as(createToken.secret ?? '').query('{ me { id } }');
  return { token: createToken.token?.id ?? '', principal: (data as { me: { id: string } }).me.id };
}
