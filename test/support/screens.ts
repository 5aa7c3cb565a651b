import type { Page } from 'playwright-core';
import { ImportFlow } from './importFlow.js';
import { branchLibrary, libraryFile } from './libraryScene.js';
import { idOf } from './projectScene.js';
import { consoleServer } from './sharedServer.js';

/** A project in which every screen has something to show. */
export async function fullProject() {
  const server = await consoleServer();
  const { key, projectId, branchId, source } = await branchLibrary('every');
  await server.operation('SaveTemplate', {
    input: { projectId, name: 'all of it', direction: 'EXPORT', settings: { selection: { all: true } } },
  });
  const plan = await new ImportFlow(server).stage(libraryFile, { branchId });
  const own = `p/${source.key}/main?open=${await idOf(server, source.branchId, 'pr_books')}`;
  return { server, key, branchId, open: await idOf(server, branchId, 'pr_books'), own, planId: plan.id };
}

/** Each route, with what shows that it has come. */
export function screens({ key, open, planId }: { key: string; open: string; planId: string }) {
  const home = `p/${key}/main`;
  const tab = (name: string) => [`${home}?open=${open}&tab=${name}`, 'tab', 'Spec'] as const;
  return [
    ['', 'table', 'Projects'],
    [home, 'table', 'Resources'],
    [`${home}?open=${open}`, 'tree', 'Spec'],
    tab('dependencies'),
    tab('history'),
    tab('readers'),
    [`${home}/export?all=true`, 'table', 'Resources to export'],
    [`${home}/import`, 'button', 'Make the plan'],
    [`${home}/import/${planId}`, 'table', 'Items'],
    [`${home}/tasks`, 'table', 'Tasks'],
    [`${home}/templates`, 'table', 'Templates'],
    [`${home}/graph`, 'group', 'pr_books'],
    [`${home}/settings`, 'list', 'Branches'],
    ['access', 'table', 'Principals'],
    ['access?tab=tokens', 'table', 'Tokens'],
    ['audit', 'table', 'Events'],
    ['check', 'button', 'Check the database'],
    ['nowhere', 'heading', 'There is nothing at this address'],
  ] as const;
}

export async function goTo(page: Page, [path, role, name]: ReturnType<typeof screens>[number]): Promise<void> {
  await page.goto(new URL(`/${path}`, page.url()).href);
  await page.getByRole(role, { name, exact: true }).first().waitFor();
  await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
}
