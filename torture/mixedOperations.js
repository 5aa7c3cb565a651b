/** What the clients of the mixed test do: each mutation of the schema, with what the world of the test holds by then. */
import { nameOf, someResource } from './mixedFiles.js';
import { scheduleOperations } from './mixedSchedules.js';
import { fingerprintOf, keep, mirrorOf, ownProject, startedUndoable } from './mixedPlans.js';

/** What all clients know of: they work on the same few things. */
export class World {
  projects = [];
  branches = [];
  plans = [];
  tasks = [];
  undoable = [];
  templates = [];
  schedules = [];
  bindings = [];
  tokens = [];
  groups = [];

  constructor(files) {
    this.files = files;
  }
}

/** Each gives the input, or undefined when there is nothing to do it with yet; `done` looks at what came of it. */
export const operations = {
  createProject: {
    weight: 0.2,
    input: ({ pick }) => ({
      key: `p-${Math.floor(pick.random() * 1e9)}`,
      name: 'Mixed',
      capabilities: ['EVENT_DRIVEN'],
    }),
    result: 'project { id defaultBranch { id } }',
    done: ({ world }, { project }) => {
      keep(world.projects, project?.id);
      if (project) keep(world.branches, { id: project.defaultBranch.id, projectId: project.id });
    },
  },
  updateProject: {
    weight: 0.3,
    input: ({ world, pick }) => ({
      id: pick.one(world.projects),
      description: `text ${Math.floor(pick.random() * 9)}`,
    }),
  },
  deleteProject: {
    weight: 0.2,
    input: async (use) => {
      const { id, key } = await ownProject(use);
      return { id, confirmKey: key };
    },
  },
  deleteBranch: {
    weight: 0.2,
    input: async ({ world, pick, client }) => {
      const from = pick.one(world.branches);
      const name = `gone-${Math.floor(pick.random() * 1e9)}`;
      const { createBranch } = await client.ask(
        'mutation ($input: CreateBranchInput!) { createBranch(input: $input) { branch { id } problems { code message } } }',
        { input: { projectId: from.projectId, name, fromBranchId: from.id } },
      );
      return { id: createBranch.branch.id };
    },
  },
  deleteTask: {
    weight: 0.3,
    input: async ({ world, pick, client }) => {
      const selection = { branchId: pick.one(world.branches).id, all: true };
      const { startExport } = await client.ask(
        'mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } problems { code message } } }',
        { input: { selection, format: 'JSON' } },
      );
      await client.end(startExport.task.id);
      return { id: startExport.task.id };
    },
  },
  createBranch: {
    weight: 0.2,
    input: ({ world, pick }) => {
      const from = pick.one(world.branches);
      return { projectId: from.projectId, name: `b-${Math.floor(pick.random() * 1e9)}`, fromBranchId: from.id };
    },
    result: 'branch { id }',
    done: ({ world }, { branch }, { projectId }) => branch && keep(world.branches, { id: branch.id, projectId }),
  },
  createResource: {
    weight: 8,
    input: async ({ world, pick, resourcesOf }) => {
      const branch = pick.one(world.branches);
      const { parent, ...resource } = someResource(pick.random);
      const found = parent === undefined ? null : (await resourcesOf(branch.id)).find(({ name }) => name === parent);
      return { branchId: branch.id, ...resource, ...(found ? { parentId: found.id } : {}) };
    },
  },
  updateResource: {
    weight: 6,
    input: async ({ pick, someOf }) => {
      const { id, kind, spec } = await someOf();
      if (kind.name !== 'fast-data/SystemOfRecord') return { id, spec };
      return { id, spec: { ...spec, description: `text ${Math.floor(pick.random() * 9)}` } };
    },
  },
  renameResource: {
    weight: 4,
    input: async ({ pick, someOf }) => {
      const { id, kind } = await someOf();
      return { id, name: nameOf(kind.name.split('/')[1], pick.random) };
    },
  },
  deleteResource: {
    weight: 6,
    input: async ({ pick, someOf }) => ({ id: (await someOf()).id, force: pick.random() < 0.5 }),
  },
  detachReference: { weight: 2, input: async ({ someOf }) => ({ id: (await someOf()).id }) },
  restoreRevision: {
    weight: 3,
    input: async ({ pick, someOf }) => ({ id: (await someOf()).id, revision: 1 + Math.floor(pick.random() * 3) }),
  },
  setResourceReaders: {
    weight: 1,
    input: async ({ world, pick, someOf }) => {
      const readers = pick.random() < 0.7 ? null : world.groups.slice(0, 1).map((principalId) => ({ principalId }));
      return { resourceId: (await someOf()).id, readers };
    },
  },
  stageImport: {
    weight: 8,
    run: async ({ world, pick, client }) => {
      const { id: branchId } = pick.one(world.branches);
      const mode = pick.random() < 0.7 ? 'COPY' : 'REFERENCE';
      const options = { ...mirrorOf(pick), ...(pick.random() < 0.7 && { createStrategy: 'UPSERT' }) };
      const plan = await client.stageImport(pick.one(world.files), { branchId, mode, options });
      keep(world.plans, plan.id);
      keep(world.tasks, plan.task.id);
      await client.end(plan.task.id);
    },
  },
  stageTransfer: {
    weight: 4,
    input: ({ world, pick }) => ({
      selection: { branchId: pick.one(world.branches).id, all: true },
      intoBranchId: pick.one(world.branches).id,
      mode: pick.random() < 0.7 ? 'COPY' : 'REFERENCE',
      options: { ...mirrorOf(pick), ...(pick.random() < 0.7 && { createStrategy: 'UPSERT' }) },
    }),
    result: 'plan { id task { id } }',
    done: async ({ world, client }, { plan }) => {
      if (!plan) return;
      keep(world.plans, plan.id);
      keep(world.tasks, plan.task.id);
      await client.end(plan.task.id);
    },
  },
  selectImportItems: {
    weight: 1,
    input: ({ world, pick }) => ({
      planId: pick.one(world.plans),
      kinds: [someResource(pick.random).kind],
      isSelected: pick.random() < 0.6,
    }),
  },
  setImportMode: {
    weight: 1,
    input: ({ world, pick }) => ({ planId: pick.one(world.plans), mode: pick.random() < 0.7 ? 'COPY' : 'REFERENCE' }),
  },
  setImportOptions: {
    weight: 1,
    input: ({ world, pick }) => ({ planId: pick.one(world.plans), createStrategy: 'UPSERT', updateStrategy: 'UPDATE' }),
  },
  renameImportItem: {
    weight: 1,
    input: ({ world, pick }) => ({
      itemId: `${pick.one(world.plans)}.${Math.floor(pick.random() * 5)}`,
      name: nameOf('CastFunction', pick.random),
    }),
  },
  remapPrerequisite: {
    weight: 1,
    input: ({ world, pick }) => ({
      planId: pick.one(world.plans),
      kind: 'fast-data/ErSchema',
      name: nameOf('ErSchema', pick.random),
      toName: nameOf('ErSchema', pick.random),
    }),
  },
  setBinding: {
    weight: 1,
    input: ({ world, pick }) => ({
      projectId: pick.one(world.branches).projectId,
      sourceProject: `source-${Math.floor(pick.random() * 2)}`,
      kind: 'fast-data/CastFunction',
      name: nameOf('CastFunction', pick.random),
      type: pick.random() < 0.5 ? 'RENAME' : 'REMAP',
      toName: nameOf('CastFunction', pick.random),
    }),
    result: 'binding { id }',
    done: ({ world }, { binding }) => keep(world.bindings, binding?.id),
  },
  deleteBinding: { weight: 0.5, input: ({ world, pick }) => ({ id: pick.one(world.bindings) }) },
  discardImport: { weight: 1, input: ({ world, pick }) => ({ planId: pick.one(world.plans) }) },
  executeImport: {
    weight: 8,
    input: async ({ world, pick, client }) => {
      const planId = pick.one(world.plans.slice(-6));
      const importStrategy = pick.random() < 0.7 ? 'ON_ERROR_CONTINUE' : 'ON_ERROR_FAIL';
      const isSealed = planId !== undefined && pick.random() < 0.4;
      return { planId, importStrategy, ...(isSealed && { expectedFingerprint: await fingerprintOf(client, planId) }) };
    },
    result: 'task { id }',
    done: startedUndoable,
  },
  undoImport: {
    weight: 9,
    input: ({ world, pick }) => ({ taskId: pick.one(world.undoable.slice(-12)), force: pick.random() < 0.6 }),
    result: 'task { id }',
    done: startedUndoable,
  },
  startExport: {
    weight: 2,
    input: ({ world, pick }) => ({ selection: { branchId: pick.one(world.branches).id, all: true }, format: 'JSON' }),
    result: 'task { id }',
    done: async ({ world, client }, { task }) => {
      keep(world.tasks, task?.id);
      if (task) await client.end(task.id);
    },
  },
  cancelTask: { weight: 1, input: ({ world, pick }) => ({ id: pick.one(world.tasks.slice(-4)) }) },
  setPackEnabled: {
    weight: 0.3,
    input: ({ world, pick }) => ({
      projectId: pick.one(world.projects),
      pack: 'fast-data',
      isEnabled: pick.random() < 0.8,
    }),
  },
  saveTemplate: {
    weight: 1,
    input: ({ world, pick }) => ({
      projectId: pick.one(world.projects),
      name: `t-${Math.floor(pick.random() * 5)}`,
      direction: 'IMPORT',
      settings: { createStrategy: 'UPSERT' },
      isOverwriteAllowed: true,
    }),
    result: 'template { id }',
    done: ({ world }, { template }) => keep(world.templates, template?.id),
  },
  deleteTemplate: { weight: 0.5, input: ({ world, pick }) => ({ id: pick.one(world.templates) }) },
  ...scheduleOperations,
  createToken: {
    weight: 0.5,
    input: ({ pick }) => ({ name: `token-${Math.floor(pick.random() * 1e9)}` }),
    result: 'token { id principal { id } }',
    done: ({ world }, { token }) => token && keep(world.tokens, { id: token.id, principalId: token.principal.id }),
  },
  revokeToken: { weight: 0.3, input: ({ world, pick }) => ({ id: pick.one(world.tokens).id }) },
  createGroup: {
    weight: 0.3,
    input: ({ pick }) => ({ name: `group-${Math.floor(pick.random() * 20)}` }),
    result: 'principal { id }',
    done: ({ world }, { principal }) => keep(world.groups, principal?.id),
  },
  setGroupMember: {
    weight: 0.5,
    input: ({ world, pick }) => ({
      groupId: pick.one(world.groups),
      principalId: pick.one(world.tokens).principalId,
      isMember: pick.random() < 0.6,
    }),
  },
  grantRole: {
    weight: 0.5,
    input: ({ world, pick }) => ({
      projectId: pick.one(world.projects),
      principalId: pick.one(world.tokens).principalId,
      role: pick.one(['VIEWER', 'EDITOR', 'MANAGER']),
    }),
  },
  revokeRole: {
    weight: 0.3,
    input: ({ world, pick }) => ({
      projectId: pick.one(world.projects),
      principalId: pick.one(world.tokens).principalId,
    }),
  },
  setSuperuser: {
    weight: 0.3,
    input: ({ world, pick }) => ({ principalId: pick.one(world.tokens).principalId, isSuperuser: pick.random() < 0.3 }),
  },
};
