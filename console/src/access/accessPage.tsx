/** Who may use this server: users, service accounts and groups, and the tokens they sign in with. */
import { createRoute, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { rootRoute } from '../shell/rootRoute.js';
import type { PrincipalType } from '../api/operations.generated.js';
import { PageHead } from '../design/page.js';
import { EmptyState, SkeletonRows } from '../design/states.js';
import { Tabs } from '../design/tabs.js';
import layout from '../design/layout.module.css';
import { useSession } from '../shell/session.js';
import { typeWords } from './principalWords.js';
import type { AccessSearch, ChangeSearch } from './accessSearch.js';

// Few people look after access: what they need is loaded when they do.
const PrincipalsTab = lazy(() => import('./principalsTab.js').then((module) => ({ default: module.PrincipalsTab })));
const TokensTab = lazy(() => import('./tokensTab.js').then((module) => ({ default: module.TokensTab })));

export const accessRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/access',
  component: AccessPage,
  validateSearch: ({ tab, q, type, open }: Record<string, unknown>): AccessSearch => ({
    ...(tab === 'tokens' && { tab }),
    ...(typeof q === 'string' && q !== '' && { q }),
    ...(typeof type === 'string' && type in typeWords && { type: type as PrincipalType }),
    ...(typeof open === 'string' && { open }),
  }),
});

function AccessPage() {
  const search = accessRoute.useSearch();
  const navigate = useNavigate({ from: accessRoute.fullPath });
  const { isSuperuser } = useSession().principal;
  const onSearch: ChangeSearch = (change) => {
    void navigate({ search: (last) => ({ ...last, ...change }), replace: true });
  };
  if (!isSuperuser)
    return (
      <EmptyState isPage title="Only superusers may see this">
        <p>Managers grant roles in the settings of their project.</p>
      </EmptyState>
    );
  const tab = search.tab ?? 'principals';
  return (
    <>
      <PageHead title="Access" />
      <Tabs
        label="Access"
        tabs={[
          { id: 'principals', title: 'Users, service accounts and groups' },
          { id: 'tokens', title: 'Tokens' },
        ]}
        selected={tab}
        panelId="access"
        onSelect={(id) => {
          onSearch({ tab: id === 'tokens' ? id : undefined, open: undefined });
        }}
      />
      <div className={layout.split} id="access" role="tabpanel" aria-label={tab === 'tokens' ? 'Tokens' : 'Principals'}>
        <Suspense fallback={<SkeletonRows />}>
          {tab === 'tokens' ? <TokensTab /> : <PrincipalsTab search={search} onSearch={onSearch} />}
        </Suspense>
      </div>
    </>
  );
}
