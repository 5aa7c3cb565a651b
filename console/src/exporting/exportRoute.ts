/** Exports of a branch. The screen is loaded when it is first shown. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { branchRoute } from '../shell/branchRoute.js';
import { exportSearch } from './exportSearch.js';

export const exportRoute = createRoute({
  getParentRoute: () => branchRoute,
  path: 'export',
  component: lazyRouteComponent(() => import('./exportPage.js'), 'ExportPage'),
  validateSearch: exportSearch,
});
