/**
 * What a person waits for in a browser: the first row of a branch and of a plan, and the graph of a plan, from the address to what is
 * drawn. Held against the bare call of the API that fills it: the same text and variables, sent by a program.
 */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { adminToken } from './apiClient.js';
import { makeDatabase } from './benchDatabase.js';
import { writeBenchBundle } from './benchRecords.js';
import { ServerProcess } from './serverProcess.js';
import { timed } from './statistics.js';
import { createProject, importFile, stageFile } from './transfers.js';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browserArgs = ['--no-sandbox', '--disable-background-networking'];
const waitAtMostMs = 120_000;

/** Each screen once before it is measured, so that neither the server nor the browser starts cold. Nothing where there is no Chromium. */
export async function measureConsole({ dir, count, runs, database: kind }, measurements) {
  if (!existsSync(executablePath)) return;
  await mkdir(dir, { recursive: true });
  const database = await makeDatabase(kind);
  const server = await ServerProcess.start(path.join(dir, 'server'), { databaseUrl: database.url });
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  try {
    const planId = await fill(server.api, dir, count);
    const page = await signIn(browser, server.url);
    const screens = [
      { name: 'branch', at: 'p/full/main', row: 'view_00000000', operation: 'ResourceList' },
      { name: 'plan', at: `p/planned/main/import/${planId}`, row: 'view_00000000', operation: 'PlanItems' },
      { name: 'graph of a plan', at: `p/planned/main/import/${planId}?view=graph`, operation: 'PlanGraph' },
    ];
    for (const screen of screens) {
      const call = await callOf(page, server.url, screen);
      await server.api.ask(call.query, call.variables);
      for (let run = 0; run < runs; run += 1) {
        measurements.add(`console: ${screen.name}`, (await timed(() => open(page, server.url, screen))).ms);
        const bare = await timed(() => server.api.ask(call.query, call.variables));
        measurements.add(`console: ${screen.name}, bare call`, bare.ms);
      }
    }
  } finally {
    await browser.close();
    await server.stop();
    await database.drop();
    await rm(dir, { recursive: true });
  }
}

/** A branch that holds all records, and a plan of all of them for an empty one. @returns the id of the plan. */
async function fill(api, dir, count) {
  const file = path.join(dir, 'views.jsonl');
  await writeBenchBundle(file, { count });
  const full = await createProject(api, 'full');
  await importFile(api, file, { branchId: full, expected: { createdCount: count } });
  const planned = await createProject(api, 'planned');
  return (await stageFile(api, file, { branchId: planned })).planId;
}

async function signIn(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(waitAtMostMs);
  await page.goto(new URL('/', url).href);
  await page.getByLabel('Token').fill(adminToken);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.locator('main#screen').waitFor();
  return page;
}

/** From the address until the first row, or the first box of a graph, is drawn. */
async function open(page, url, { at, row }) {
  await page.goto(new URL(`/${at}`, url).href, { waitUntil: 'commit' });
  await page
    .locator(row === undefined ? '.react-flow__node' : `tr[aria-label="${row}"]`)
    .first()
    .waitFor();
}

/** What the screen asks for its first rows, as the browser sends it. */
async function callOf(page, url, screen) {
  const isQuery = (request) => request.postData()?.includes(`query ${screen.operation}(`) === true;
  const [asked] = await Promise.all([page.waitForRequest(isQuery), open(page, url, screen)]);
  return asked.postDataJSON();
}
