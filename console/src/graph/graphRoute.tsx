/** The graph of a branch, or of what one resource needs or is needed by. What draws it is loaded when it is first shown. */
import { createRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { SkeletonRows } from '../design/states.js';
import { branchRoute } from '../shell/branchRoute.js';
import type { GraphSearch } from './graphSearch.js';

const GraphPage = lazy(() => import('./graphPage.js').then((module) => ({ default: module.GraphPage })));

export const graphRoute = createRoute({
  getParentRoute: () => branchRoute,
  path: '/graph',
  component: GraphScreen,
  validateSearch: ({ root, direction }: Record<string, unknown>): GraphSearch => ({
    ...(typeof root === 'string' && root !== '' && { root }),
    ...((direction === 'DEPENDENCIES' || direction === 'DEPENDENTS') && { direction }),
  }),
});

function GraphScreen() {
  const search = graphRoute.useSearch();
  const navigate = graphRoute.useNavigate();
  return (
    <Suspense fallback={<SkeletonRows />}>
      <GraphPage search={search} onSearch={(next) => void navigate({ search: next })} />
    </Suspense>
  );
}
