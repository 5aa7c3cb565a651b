import type { AuditAction, AuditOutcome } from '../api/operations.generated.js';
import type { Tone } from '../design/badge.js';
import type { IconName } from '../design/icon.js';

export const actionWords: Readonly<Record<AuditAction, string>> = {
  AUTHENTICATE: 'Sent a token',
  BRANCH_CREATE: 'Created a branch',
  BRANCH_DELETE: 'Deleted a branch',
  CREATE: 'Created a resource',
  DELETE: 'Deleted a resource',
  DETACH: 'Detached a reference',
  DISCARD: 'Discarded a plan',
  DOWNLOAD: 'Downloaded a file',
  EXPORT: 'Exported',
  GROUP_CHANGE: 'Changed a group',
  IMPORT: 'Imported',
  PACK_SWITCH: 'Switched a feature',
  PROJECT_CREATE: 'Created a project',
  PROJECT_DELETE: 'Deleted a project',
  PROJECT_UPDATE: 'Changed a project',
  READERS_CHANGE: 'Changed who may read',
  RENAME: 'Renamed a resource',
  RESTORE: 'Restored a revision',
  ROLE_GRANT: 'Granted a role',
  ROLE_REVOKE: 'Revoked a role',
  SIGN_IN: 'Signed in',
  SIGN_OUT: 'Signed out',
  STAGE: 'Uploaded a file',
  SUPERUSER_CHANGE: 'Changed superuser rights',
  TASK_CANCEL: 'Cancelled a task',
  TASK_DELETE: 'Deleted a task',
  TEMPLATE_DELETE: 'Deleted a template',
  BINDING_SET: 'Set a remembered name',
  BINDING_DELETE: 'Deleted a remembered name',
  TEMPLATE_SAVE: 'Saved a template',
  TOKEN_CREATE: 'Created a token',
  TOKEN_REVOKE: 'Revoked a token',
  UNDO: 'Undid an import',
  UPDATE: 'Changed a resource',
};

export const outcomes: Readonly<Record<AuditOutcome, { word: string; tone: Tone; icon: IconName }>> = {
  SUCCEEDED: { word: 'Done', tone: 'create', icon: 'check' },
  SUCCEEDED_WITH_ERRORS: { word: 'With errors', tone: 'collision', icon: 'warn' },
  DENIED: { word: 'Refused', tone: 'blocked', icon: 'lock' },
  FAILED: { word: 'Failed', tone: 'blocked', icon: 'block' },
  CANCELLED: { word: 'Cancelled', tone: 'neutral', icon: 'minus' },
};
