/** The frame of all screens: the bar at the top, the side bar with the tray of running tasks, and the screen itself. */
import { Outlet, useParams, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { RouterProvider as AriaRouterProvider } from 'react-aria-components';
import { useConnection, useWhyOffline } from '../api/connection.js';
import { basePath } from '../api/root.js';
import { Button } from '../design/button.js';
import { Notice } from '../design/page.js';
import { formatClock } from '../design/format.js';
import { WhyNotWrittenContext } from '../design/writing.js';
import { SideBar } from './sideBar.js';
import { TopBar } from './topBar.js';
import styles from './shell.module.css';

export function Shell() {
  const router = useRouter();
  const whyOffline = useWhyOffline();
  const { projectKey, branchName } = useParams({ strict: false });
  const place = projectKey !== undefined && branchName !== undefined ? { projectKey, branchName } : undefined;
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  useEffect(() => {
    setIsMenuOpen(false);
  }, [path]);
  return (
    <AriaRouterProvider
      navigate={(to) => {
        void router.navigate({ to });
      }}
      useHref={(path) => (path.startsWith('/') ? basePath + path : path)}
    >
      <div className={styles.app} data-menu={isMenuOpen ? 'open' : undefined}>
        <TopBar
          place={place}
          isMenuOpen={isMenuOpen}
          onMenu={() => {
            setIsMenuOpen(!isMenuOpen);
          }}
        />
        <SideBar place={place} />
        <main className={styles.main} id="screen">
          <OfflineNotice />
          <WhyNotWrittenContext value={whyOffline}>
            <Outlet />
          </WhyNotWrittenContext>
        </main>
      </div>
    </AriaRouterProvider>
  );
}

function OfflineNotice() {
  const { lostAt } = useConnection();
  if (!lostAt) return null;
  return (
    <Notice icon="offline" tone="collision">
      <span className={styles.offline}>
        No connection since {formatClock(lostAt.toISOString())}. What is shown may be old; it is tried again.
      </span>
      <Button
        isSmall
        onPress={() => {
          location.reload();
        }}
      >
        Try now
      </Button>
    </Notice>
  );
}
