/** What a person does on the screens of an import. */
import type { Page } from 'playwright-core';
import type { BrowserConsole } from './browserConsole.js';
import { ImportFlow, type Place } from './importFlow.js';
import type { ServerClient } from './serverClient.js';

export interface ImportPage {
  page: Page;
  flow: ImportFlow;
  place: Place;
}

type OpenOptions = Parameters<BrowserConsole['open']>[2];

/** Opens the first screen of an import, in a project of its own. */
export async function openUpload(
  browser: BrowserConsole,
  server: ServerClient,
  { search = '', ...options }: { search?: string } & OpenOptions = {},
): Promise<ImportPage> {
  const flow = new ImportFlow(server);
  const place = await flow.makeProject();
  const page = await browser.open(server, uploadPath(place, search), options);
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  return { page, flow, place };
}

export function uploadPath({ key }: Place, search = ''): string {
  return `p/${key}/main/import${search}`;
}

interface LocalFile {
  name: string;
  content: string | Buffer;
}

export async function chooseFile(page: Page, { name, content }: LocalFile): Promise<void> {
  const buffer = Buffer.from(content);
  await page
    .locator('input[type=file]:not([webkitdirectory])')
    .setInputFiles({ name, mimeType: 'application/json', buffer });
}

export async function makeThePlan(page: Page, file: LocalFile): Promise<void> {
  await chooseFile(page, file);
  await page.getByRole('button', { name: 'Make the plan' }).click();
}

export async function itemsOf(page: Page): Promise<void> {
  await page.getByRole('table', { name: 'Items' }).waitFor();
}

/** Waits for the sentence that stands beside the button; the button has it as its description too. */
export async function decisionSays(page: Page, sentence: string): Promise<void> {
  await page.getByText(sentence).filter({ visible: true }).first().waitFor();
}

/** Ids of tasks on a branch, newest first. */
export async function tasksOf(
  { flow, place }: Pick<ImportPage, 'flow' | 'place'>,
  filter: { types?: string[]; statuses?: string[] },
): Promise<string[]> {
  const document = 'query ($filter: TaskFilter) { tasks(filter: $filter, first: 50) { nodes { id } } }';
  const { tasks } = await flow.ask<{ tasks: { nodes: { id: string }[] } }>(document, {
    filter: { branchId: place.branchId, ...filter },
  });
  return tasks.nodes.map(({ id }) => id);
}
