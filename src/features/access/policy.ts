/**
 * The access policy: one row for each query, mutation and subscription, and for downloads. A row states the required right and
 * the argument that leads to a project. A caller without a role in that project gets the answer for a missing object; a caller
 * with a lower role gets a denial.
 */
import type { Role } from '../../shared/session.js';

/** A role in the project of the place; or any principal, a manager of any project, or a superuser. */
export type Right = Role | 'ANYONE' | 'MANAGER_ANYWHERE' | 'SUPERUSER';

/** The type of an argument: an id of this type of object, an id of any type (`node`), or the key of a project. */
export type PlaceType =
  | 'auditEvent'
  | 'binding'
  | 'branch'
  | 'file'
  | 'importItem'
  | 'importPlan'
  | 'node'
  | 'principal'
  | 'project'
  | 'projectKey'
  | 'resource'
  | 'schedule'
  | 'task'
  | 'template'
  | 'token';

/** A place: its type, and the argument with its id, with dots between members of an input. */
export type PlaceArgument = readonly [PlaceType, string];

export interface PolicyRow {
  needs: Right;
  /** The right required if the caller owns the object: their task, their token, themselves. */
  ofOwn?: Right;
  at?: PlaceArgument;
  /** The second place of an operation that reads from another one, and the right required there. */
  from?: { needs: Right; at: PlaceArgument };
  /** The right required if the object no longer exists; if absent, the answer is the same as for a missing one. */
  whenGone?: Right;
  /** The right required if the argument is absent; if not stated, the argument is mandatory. */
  whenAbsent?: Right;
}

const branch = ['branch', 'branchId'] as const;
const inputBranch = ['branch', 'input.branchId'] as const;
const plan = ['importPlan', 'input.planId'] as const;
const inputProject = ['project', 'input.projectId'] as const;
const inputResource = ['resource', 'input.id'] as const;
const schedule = ['schedule', 'input.id'] as const;

export const policy: Readonly<Record<string, PolicyRow>> = {
  // The caller and other principals.
  'Query.me': { needs: 'ANYONE' },
  'Query.principals': { needs: 'MANAGER_ANYWHERE' },
  'Query.tokens': { needs: 'SUPERUSER', ofOwn: 'ANYONE', at: ['principal', 'principalId'], whenAbsent: 'SUPERUSER' },
  'Query.auditEvents': {
    needs: 'MANAGER',
    at: ['project', 'filter.projectId'],
    whenAbsent: 'SUPERUSER',
    whenGone: 'SUPERUSER',
  },
  // The type of the object decides who may see it, see `PlaceRepository.find`.
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

  // What imports have remembered.
  'Query.bindings': { needs: 'VIEWER', at: ['project', 'projectId'] },
  'Mutation.setBinding': { needs: 'EDITOR', at: inputProject },
  'Mutation.deleteBinding': { needs: 'EDITOR', at: ['binding', 'input.id'] },

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

  // Schedules. What a run does needs the rights for that as well, see `StartedRun`.
  'Query.schedules': { needs: 'VIEWER', at: ['project', 'projectId'] },
  'Mutation.saveSchedule': {
    needs: 'EDITOR',
    at: inputProject,
    from: { needs: 'VIEWER', at: inputBranch },
  },
  'Mutation.setScheduleEnabled': { needs: 'EDITOR', at: schedule },
  'Mutation.runSchedule': { needs: 'EDITOR', at: schedule },
  'Mutation.deleteSchedule': { needs: 'EDITOR', at: schedule },
};
