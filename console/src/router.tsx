/** All screens and their addresses. */
import { createRouter } from '@tanstack/react-router';
import { accessRoute } from './access/accessPage.js';
import { basePath } from './api/root.js';
import { exportRoute } from './exporting/exportRoute.js';
import { graphRoute } from './graph/graphRoute.js';
import { planRoute, uploadRoute } from './importing/importRoutes.js';
import { auditRoute } from './audit/auditPage.js';
import { checkRoute } from './checking/checkPage.js';
import { projectsRoute } from './projects/projectsPage.js';
import { resourcesRoute } from './resources/resourcesPage.js';
import { branchRoute } from './shell/branchRoute.js';
import { rootRoute } from './shell/rootRoute.js';
import { settingsRoute } from './settings/settingsPage.js';
import { tasksRoute } from './tasks/tasksPage.js';
import { templatesRoute } from './templates/templatesPage.js';

const screens = rootRoute.addChildren([
  projectsRoute,
  accessRoute,
  auditRoute,
  checkRoute,
  branchRoute.addChildren([
    exportRoute,
    graphRoute,
    planRoute,
    uploadRoute,
    resourcesRoute,
    settingsRoute,
    tasksRoute,
    templatesRoute,
  ]),
]);

export const router = createRouter({
  routeTree: screens,
  basepath: basePath === '' ? '/' : basePath,
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
