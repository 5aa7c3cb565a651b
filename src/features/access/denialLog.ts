import type { Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import { observed } from '../../shared/observed.js';
import { RecentKeys } from '../../shared/recentKeys.js';
import { AuditRepository, type AuditAction } from '../audit/index.js';
import type { NoteDenial } from './enforcePolicy.js';

interface DenialLogParts {
  database: Database;
  clock: Clock;
}

/** Writes audit events of denied mutations, at most one per minute for each principal, operation and subject. */
export class DenialLog {
  private readonly recent = new RecentKeys();

  constructor(private readonly parts: DenialLogParts) {}

  readonly note: NoteDenial = async ({ session }, { operation, needed, projectId, subjectId }) => {
    observed.refused.tell('FORBIDDEN');
    const action = auditActionByMutation[operation];
    const key = [session.actor.id, operation, subjectId].join(' ');
    if (action === undefined || !this.recent.isNews(key)) return;
    const { database, clock } = this.parts;
    await database.write((manager) =>
      AuditRepository.insert(manager, {
        ...{ at: clock.now(), action, actor: session.actor, projectId, subjectId, outcome: 'DENIED' },
        detail: { operation: operation.slice('Mutation.'.length), needed },
      }),
    );
  };
}

/** The audit action of a denied mutation. Choices in a plan belong to its import. */
export const auditActionByMutation: Readonly<Record<string, AuditAction>> = {
  'Mutation.createToken': 'TOKEN_CREATE',
  'Mutation.revokeToken': 'TOKEN_REVOKE',
  'Mutation.createGroup': 'GROUP_CHANGE',
  'Mutation.setGroupMember': 'GROUP_CHANGE',
  'Mutation.setSuperuser': 'SUPERUSER_CHANGE',
  'Mutation.grantRole': 'ROLE_GRANT',
  'Mutation.revokeRole': 'ROLE_REVOKE',
  'Mutation.createProject': 'PROJECT_CREATE',
  'Mutation.updateProject': 'PROJECT_UPDATE',
  'Mutation.deleteProject': 'PROJECT_DELETE',
  'Mutation.createBranch': 'BRANCH_CREATE',
  'Mutation.deleteBranch': 'BRANCH_DELETE',
  'Mutation.deleteTask': 'TASK_DELETE',
  'Mutation.setPackEnabled': 'PACK_SWITCH',
  'Mutation.setResourceReaders': 'READERS_CHANGE',
  'Mutation.createResource': 'CREATE',
  'Mutation.updateResource': 'UPDATE',
  'Mutation.renameResource': 'RENAME',
  'Mutation.restoreRevision': 'RESTORE',
  'Mutation.detachReference': 'DETACH',
  'Mutation.deleteResource': 'DELETE',
  'Mutation.startExport': 'EXPORT',
  'Mutation.stageImport': 'STAGE',
  'Mutation.stageTransfer': 'STAGE',
  'Mutation.selectImportItems': 'IMPORT',
  'Mutation.setImportMode': 'IMPORT',
  'Mutation.setImportOptions': 'IMPORT',
  'Mutation.renameImportItem': 'IMPORT',
  'Mutation.remapPrerequisite': 'IMPORT',
  'Mutation.discardImport': 'DISCARD',
  'Mutation.executeImport': 'IMPORT',
  'Mutation.undoImport': 'UNDO',
  'Mutation.cancelTask': 'TASK_CANCEL',
  'Mutation.saveTemplate': 'TEMPLATE_SAVE',
  'Mutation.deleteTemplate': 'TEMPLATE_DELETE',
  'Mutation.saveSchedule': 'SCHEDULE_SAVE',
  'Mutation.setScheduleEnabled': 'SCHEDULE_SAVE',
  'Mutation.runSchedule': 'SCHEDULE_SAVE',
  'Mutation.deleteSchedule': 'SCHEDULE_DELETE',
  'Mutation.setBinding': 'BINDING_SET',
  'Mutation.deleteBinding': 'BINDING_DELETE',
};
