import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProjectCountDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { formatCount } from '../design/format.js';
import { Icon, type IconName } from '../design/icon.js';
import { useSession } from './session.js';
import { branchPath, type Place } from './branchPath.js';
import { Tray } from './tray.js';
import { useShell } from './useShell.js';
import styles from './shell.module.css';

/** The answers after which the number of projects is another. */
const projectChanges = ['CreateProjectPayload', 'DeleteProjectPayload'];

export function SideBar({ place }: { place: Place | undefined }) {
  const { data } = useQuery(ProjectCountDocument, {}, { changedBy: projectChanges });
  const { isSuperuser } = useSession().principal;
  return (
    <div className={styles.side}>
      {place && <ProjectLinks place={place} />}
      <nav aria-label="Server">
        <h2>Server</h2>
        <SideLink to="/" icon="folder" count={data?.projects.totalCount} isExact>
          Projects
        </SideLink>
        {isSuperuser && (
          <>
            <SideLink to="/access" icon="key">
              Access
            </SideLink>
            <SideLink to="/audit" icon="log">
              Audit log
            </SideLink>
            <SideLink to="/check" icon="database">
              Database check
            </SideLink>
          </>
        )}
      </nav>
      <Tray />
    </div>
  );
}

function ProjectLinks({ place }: { place: Place }) {
  const { data } = useShell(place);
  const resourceCount = data?.branch?.kindCounts.reduce((sum, { count }) => sum + count, 0);
  return (
    <nav aria-label="Project">
      <h2>Project</h2>
      <SideLink to={branchPath(place)} icon="list" count={resourceCount} isExact>
        Resources
      </SideLink>
      <SideLink to={branchPath(place, 'tasks')} icon="tasks">
        Import and Export
      </SideLink>
      <SideLink to={branchPath(place, 'templates')} icon="template" count={data?.project?.templates.totalCount}>
        Templates
      </SideLink>
      <SideLink to={branchPath(place, 'graph')} icon="graph">
        Graph
      </SideLink>
      <SideLink to={branchPath(place, 'settings')} icon="gear">
        Settings
      </SideLink>
    </nav>
  );
}

interface SideLinkProps {
  to: string;
  icon: IconName;
  count?: number | undefined;
  /** Whether it is the current one only at its own address, and not below it. */
  isExact?: boolean;
  children: ReactNode;
}

function SideLink({ to, icon, count, isExact = false, children }: SideLinkProps) {
  return (
    <Link to={to} className={styles.link ?? ''} activeOptions={{ exact: isExact, includeSearch: false }}>
      <Icon name={icon} />
      {children}
      {count !== undefined && <span className={styles.count}>{formatCount(count)}</span>}
    </Link>
  );
}
