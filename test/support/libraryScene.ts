/** What most tests in a browser begin with: a project with the resources of a library. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { ImportFlow, type Place } from './importFlow.js';
import { projectFile } from './projectFile.js';
import { consoleServer } from './sharedServer.js';

/** A single view, its ER schema, projections, a system of record and cast functions, as a bundle. */
export const libraryFile = readFileSync(projectFile('examples/demo/city-library.json'));

export async function library(name: string): Promise<Place> {
  const server = await consoleServer();
  const flow = new ImportFlow(server);
  const place = await flow.makeProject([], server.keyFor(name));
  await flow.import(libraryFile, place);
  return place;
}

/** A project that has the resources of a library as read-only references. @returns also the library itself. */
export async function branchLibrary(name: string): Promise<Place & { source: Place }> {
  const server = await consoleServer();
  const flow = new ImportFlow(server);
  const source = await library(`${name}-source`);
  const place = await flow.makeProject(['EVENT_DRIVEN'], server.keyFor(name));
  await flow.import(await flow.export(source), place, { mode: 'REFERENCE' });
  return { ...place, source };
}

/** Opens a resource of the table beside it. */
export async function openResource(page: Page, name: string): Promise<Locator> {
  await page.getByRole('row', { name }).getByRole('link', { name }).click();
  const drawer = page.getByRole('complementary', { name });
  await drawer.getByRole('tree').waitFor();
  return drawer;
}

/** Why a button cannot be pressed, as a screen reader tells it; undefined when it can. */
export async function whyDisabled(button: Locator): Promise<string | undefined> {
  await button.waitFor();
  if ((await button.getAttribute('aria-disabled')) !== 'true') return undefined;
  return button.evaluate((element) => {
    const id = element.getAttribute('aria-describedby') ?? '';
    return element.ownerDocument.getElementById(id)?.textContent ?? '';
  });
}
