import type { PrincipalType, Role } from '../api/operations.generated.js';
import type { IconName } from '../design/icon.js';

export const typeWords: Readonly<Record<PrincipalType, string>> = {
  USER: 'user',
  SERVICE_ACCOUNT: 'service account',
  GROUP: 'group',
};

export const typeIcons: Readonly<Record<PrincipalType, IconName>> = {
  USER: 'people',
  SERVICE_ACCOUNT: 'key',
  GROUP: 'folder',
};

export const roleWords: Readonly<Record<Role, string>> = { VIEWER: 'viewer', EDITOR: 'editor', MANAGER: 'manager' };

/** What a role allows, each with what the one before it does. */
export const roleOptions: readonly { value: Role; text: string; note: string }[] = [
  { value: 'VIEWER', text: 'viewer', note: 'sees the resources, and exports them' },
  { value: 'EDITOR', text: 'editor', note: 'also edits, imports, and undoes own imports' },
  { value: 'MANAGER', text: 'manager', note: 'also settings, roles, and imports of others' },
];
