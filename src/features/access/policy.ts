/**
 * Who may do what: one row for each query, mutation and subscription, and for downloads. A row names the right that is needed, and
 * where: the place that an argument names leads to a project. Whoever has no role in that project gets the answer that an id of
 * nothing gets; whoever has too little of a role is told so.
 */
import type { Role } from '../../shared/session.js';

/** A role in the project of the place, or: a principal of any sort, a manager of any project, a superuser. */
export type Right = Role | 'ANYONE' | 'MANAGER_ANYWHERE' | 'SUPERUSER';

/** What the value of an argument is: an id of one of these, an id of any of them (`node`), or a project's key. */
export type PlaceType =
  | 'auditEvent'
  | 'branch'
  | 'file'
  | 'importItem'
  | 'importPlan'
  | 'node'
  | 'principal'
  | 'project'
  | 'projectKey'
  | 'resource'
  | 'task'
  | 'template'
  | 'token';

/** What is told of a place: its type, and the argument that names it, with dots between members of an input. */
export type PlaceArgument = readonly [PlaceType, string];

export interface PolicyRow {
  needs: Right;
  /** What is needed instead where the place is the asker's own: their task, their token, themselves. */
  ofOwn?: Right;
  at?: PlaceArgument;
  /** Where something is read from, and what is needed there, when that is another place. */
  from?: { needs: Right; at: PlaceArgument };
  /** What is needed when what the argument names does not exist any more; without it, that is nothing to anybody. */
  whenGone?: Right;
  /** What is needed when the argument is absent; without it the argument is always there. */
  whenAbsent?: Right;
}

const branch = ['branch', 'branchId'] as const;
const inputBranch = ['branch', 'input.branchId'] as const;
const plan = ['importPlan', 'input.planId'] as const;
const inputProject = ['project', 'input.projectId'] as const;
const inputResource = ['resource', 'input.id'] as const;

export const policy: Readonly<Record<string, PolicyRow>> = {
  // Who asks, and who else there is.
  'Query.me': { needs: 'ANYONE' },
  'Query.principals': { needs: 'MANAGER_ANYWHERE' },
  'Query.tokens': { needs: 'SUPERUSER', ofOwn: 'ANYONE', at: ['principal', 'principalId'], whenAbsent: 'SUPERUSER' },
  'Query.auditEvents': {
    needs: 'MANAGER',
    at: ['project', 'filter.projectId'],
    whenAbsent: 'SUPERUSER',
    whenGone: 'SUPERUSER',
  },
  // What it is decides who sees it, see `PlaceRepository.find`.
  'Query.node': { needs: 'VIEWER', ofOwn: 'ANYONE', at: ['node', 'id'] },
  'Mutation.createToken': {
    needs: 'SUPERUSER',
    ofOwn: 'ANYONE',
    at: ['principal', 'input.principalId'],
    whenAbsent: 'SUPERUSER',
  },
  'Mutation.revokeToken': { needs: 'SUPERUSER', ofOwn: 'ANYONE', at: ['token', 'input.id'] },
  'Mutation.createGroup': { needs: 'SUPERUSER' },
  'Mutation.setGroupMember': { needs: 'SUPERUSER' },
  'Mutation.setSuperuser': { needs: 'SUPERUSER' },
  'Mutation.grantRole': { needs: 'MANAGER', at: inputProject },
  'Mutation.revokeRole': { needs: 'MANAGER', at: inputProject },

  // Projects; the list holds those that may be seen.
  'Query.kinds': { needs: 'VIEWER', at: ['project', 'projectId'], whenAbsent: 'ANYONE' },
  'Query.projects': { needs: 'ANYONE' },
  'Query.project': { needs: 'VIEWER', at: ['projectKey', 'key'] },
  'Query.branch': { needs: 'VIEWER', at: ['projectKey', 'projectKey'] },
  'Query.verifyDatabase': { needs: 'SUPERUSER' },
  'Mutation.createProject': { needs: 'SUPERUSER' },
  'Mutation.updateProject': { needs: 'MANAGER', at: ['project', 'input.id'] },
  'Mutation.deleteProject': { needs: 'MANAGER', at: ['project', 'input.id'] },
  'Mutation.deleteBranch': { needs: 'MANAGER', at: ['branch', 'input.id'] },
  'Mutation.createBranch': { needs: 'EDITOR', at: inputProject },
  'Mutation.setPackEnabled': { needs: 'MANAGER', at: inputProject },

  // Resources.
  'Query.resource': { needs: 'VIEWER', at: ['resource', 'id'] },
  'Query.resources': { needs: 'VIEWER', at: branch },
  'Query.dependencyGraph': { needs: 'VIEWER', at: branch },
  'Mutation.setResourceReaders': { needs: 'MANAGER', at: ['resource', 'input.resourceId'] },
  'Mutation.createResource': { needs: 'EDITOR', at: inputBranch },
  'Mutation.updateResource': { needs: 'EDITOR', at: inputResource },
  'Mutation.renameResource': { needs: 'EDITOR', at: inputResource },
  'Mutation.restoreRevision': { needs: 'EDITOR', at: inputResource },
  'Mutation.detachReference': { needs: 'EDITOR', at: inputResource },
  'Mutation.deleteResource': { needs: 'EDITOR', at: inputResource },

  // Exports; a pack may ask for more than a viewer.
  'Query.exportPreview': { needs: 'VIEWER', at: ['branch', 'input.selection.branchId'] },
  'Query.exportFields': { needs: 'VIEWER', at: branch },
  'Mutation.startExport': { needs: 'VIEWER', at: ['branch', 'input.selection.branchId'] },

  // Imports.
  'Query.importPlan': { needs: 'VIEWER', at: ['importPlan', 'id'] },
  'Query.importPlans': { needs: 'VIEWER', at: branch },
  'Mutation.stageImport': { needs: 'EDITOR', at: inputBranch },
  'Mutation.stageTransfer': {
    needs: 'EDITOR',
    at: ['branch', 'input.intoBranchId'],
    from: { needs: 'VIEWER', at: ['branch', 'input.selection.branchId'] },
  },
  'Mutation.selectImportItems': { needs: 'EDITOR', at: plan },
  'Mutation.setImportMode': { needs: 'EDITOR', at: plan },
  'Mutation.setImportOptions': { needs: 'EDITOR', at: plan },
  'Mutation.renameImportItem': { needs: 'EDITOR', at: ['importItem', 'input.itemId'] },
  'Mutation.remapPrerequisite': { needs: 'EDITOR', at: plan },
  'Mutation.discardImport': { needs: 'EDITOR', at: plan },
  'Mutation.executeImport': { needs: 'EDITOR', at: plan },
  'Mutation.undoImport': { needs: 'MANAGER', ofOwn: 'EDITOR', at: ['task', 'input.taskId'] },

  // Tasks and their files; the list holds those of projects that may be seen.
  'Query.task': { needs: 'VIEWER', at: ['task', 'id'] },
  'Query.tasks': { needs: 'VIEWER', at: ['branch', 'filter.branchId'], whenAbsent: 'ANYONE' },
  'Mutation.cancelTask': { needs: 'MANAGER', ofOwn: 'VIEWER', at: ['task', 'input.id'] },
  'Mutation.deleteTask': { needs: 'MANAGER', ofOwn: 'VIEWER', at: ['task', 'input.id'] },
  'Subscription.tasksChanged': { needs: 'VIEWER', at: ['project', 'projectId'], whenAbsent: 'ANYONE' },
  'Subscription.branchChanged': { needs: 'VIEWER', at: branch },
  'Subscription.taskProgress': { needs: 'VIEWER', at: ['task', 'id'] },
  'Download.file': { needs: 'EDITOR', ofOwn: 'VIEWER', at: ['file', 'id'] },

  // Templates.
  'Query.templates': { needs: 'VIEWER', at: ['project', 'projectId'] },
  'Mutation.saveTemplate': { needs: 'EDITOR', at: inputProject },
  'Mutation.deleteTemplate': { needs: 'EDITOR', at: ['template', 'input.id'] },
};
