import { WhoGrantsDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { formatList } from '../design/format.js';
import { Notice } from '../design/page.js';
import { useBranch } from '../shell/branch.js';
import { useWhyNoEditor } from './useWhyNoEditor.js';
import styles from './importing.module.css';

/** How many managers are named. */
const namedAtMost = 5;

/** Why a person may not import here, and who can change that; nothing for those who may. */
export function MayNotImport() {
  const { project } = useBranch();
  const why = useWhyNoEditor();
  const { data } = useQuery(WhoGrantsDocument, { projectId: project.id }, { isPaused: why === undefined });
  if (why === undefined) return null;
  const memberships = data?.node && 'memberships' in data.node ? data.node.memberships.nodes : undefined;
  const managers = memberships?.filter(({ role }) => role === 'MANAGER').map(({ principal }) => principal.name) ?? [];
  return (
    <Notice icon="lock">
      <span className={styles.noticeText}>
        <strong>{why}</strong> {memberships && whoGrants(managers)}
      </span>
    </Notice>
  );
}

function whoGrants(managers: readonly string[]): string {
  if (managers.length === 0) return 'The project has no manager: a superuser of this server can give it to you.';
  const rest = managers.length - namedAtMost;
  const named = managers.slice(0, namedAtMost);
  return `A manager can give it to you: ${formatList(rest > 0 ? [...named, `${String(rest)} more`] : named)}.`;
}
