/** The first step of an import, and its plan. The screens are loaded when they are first shown. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ImportAction } from '../api/operations.generated.js';
import { branchRoute } from '../shell/branchRoute.js';
import { readImportSearch } from './importSearch.js';
import type { PlanSearch } from './planSearch.js';

const actions = new Set<unknown>([
  ...['COLLISION', 'BLOCKED', 'CREATE', 'UPDATE', 'REFERENCE_UPDATE', 'DELETE', 'UNCHANGED', 'SKIPPED'],
]);

export const planRoute = createRoute({
  getParentRoute: () => branchRoute,
  path: 'import/$planId',
  component: lazyRouteComponent(() => import('./planPage.js'), 'PlanPage'),
  validateSearch: ({ action, kind, q, mapping, view }: Record<string, unknown>): PlanSearch => ({
    ...(actions.has(action) && { action: action as ImportAction }),
    ...(typeof kind === 'string' && { kind }),
    ...(typeof q === 'string' && q !== '' && { q }),
    ...(mapping === true && { mapping }),
    ...(view === 'graph' && { view }),
  }),
});

export const uploadRoute = createRoute({
  getParentRoute: () => branchRoute,
  path: 'import',
  component: lazyRouteComponent(() => import('./uploadPage.js'), 'UploadPage'),
  validateSearch: readImportSearch,
});
