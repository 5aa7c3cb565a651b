import { MyRoleDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';

/** Why this person may not import into a project; undefined when they may, or when that is not known yet. */
export function useWhyNoEditor(projectId: string): string | undefined {
  const { data } = useQuery(MyRoleDocument, {});
  if (!data || data.me.isSuperuser) return undefined;
  const role = data.me.memberships.nodes.find(({ project }) => project.id === projectId)?.role;
  return role === 'EDITOR' || role === 'MANAGER'
    ? undefined
    : 'You may look, but importing into this project requires the role EDITOR.';
}
