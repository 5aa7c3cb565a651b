/**
 * Takes the pictures of docs/images: the screens of the console with the demo projects, in light and in dark, at a fixed size. It starts a
 * server of its own with an empty database, and follows the import of the README from screen to screen. `npm run screenshots`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const folder = 'docs/images';
const token = `wbt_${'s'.repeat(43)}`;
const dataDir = mkdtempSync(path.join(tmpdir(), 'waybill-pictures-'));
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
/** Of WebP: lines and letters stay sharp, and a picture stays small. */
const quality = 60;
/** So many that a person sees their import under way. */
const manyFunctions = 60_000;

const server = spawn(process.execPath, ['dist/src/main.js'], {
  env: { PATH: process.env.PATH, WAYBILL_PORT: '0', WAYBILL_DATA_DIR: dataDir, WAYBILL_ADMIN_TOKEN: token },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await readyAddress();
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
mkdirSync(folder, { recursive: true });
try {
  const context = await browser.newContext({ viewport: desk, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const camera = await context.newCDPSession(page);
  await takeAll(page, (name) => take(page, camera, name));
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(dataDir, { recursive: true, force: true });
}

async function readyAddress() {
  let output = '';
  for await (const chunk of server.stdout) {
    output += chunk;
    const found = /Waybill is ready at (\S+)\/graphql/.exec(output);
    if (found) {
      server.stdout.resume();
      return found[1];
    }
  }
  throw new Error(`The server ended: ${output}`);
}

async function takeAll(page, shoot) {
  await page.goto(address);
  await page.getByLabel('Token').waitFor();
  await shoot('sign-in');
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('row', { name: 'reading-club' }).waitFor();
  await shoot('projects');
  await takeLibrary(page, shoot);
  const planPath = await takePlan(page, shoot);
  await takeTasks(page, shoot);
  await takeOthers(page, shoot);
  await page.setViewportSize(phone);
  await page.goto(`${address}/${planPath}`);
  await page.getByRole('table', { name: 'Items' }).waitFor();
  await shoot('phone-plan');
  await page.goto(`${address}/p/city-library/main`);
  await page.getByRole('table', { name: 'Resources' }).waitFor();
  await shoot('phone-resources');
}

/** What there is, and what an export takes along. */
async function takeLibrary(page, shoot) {
  await page.goto(`${address}/p/city-library/main`);
  await page.getByRole('row', { name: 'pr_books' }).getByRole('link').click();
  await page.getByRole('tree').waitFor();
  await shoot('resources');
  await page.goto(`${address}/p/city-library/main/graph`);
  await page.locator('.react-flow__node').first().waitFor();
  await shoot('graph');
  await page.goto(`${address}/p/city-library/main/export`);
  await page.getByRole('row', { name: 'sv_member_loans', exact: true }).getByRole('checkbox').press('Space');
  await page.getByRole('button', { name: 'Why normalizeIsbn is included' }).click();
  await page.getByRole('list', { name: 'The way from the selection' }).getByText('castFunction').waitFor();
  await shoot('export');
  await page.getByRole('button', { name: 'Template: none' }).click();
  await page.getByRole('menuitem', { name: 'Save as a template…' }).click();
  await page.getByLabel('Name').fill('member loans');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('status', { name: 'Messages' }).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Confirm and export' }).click();
  await page.getByRole('link', { name: 'Download' }).waitFor();
  await page.getByText('No task is running').waitFor();
  await shoot('exported');
}

/** The plan of the library's single view in the reading club, whose projection has the name of one in it. @returns its path. */
async function takePlan(page, shoot) {
  await page.goto(`${address}/p/reading-club/main/import`);
  await page.getByRole('button', { name: 'Make the plan' }).waitFor();
  await shoot('import');
  const source = await ask('{ branch(projectKey: "city-library", name: "main") { id } }');
  const target = await ask('{ branch(projectKey: "reading-club", name: "main") { id } }');
  const selection = { branchId: source.branch.id, kinds: ['fast-data/SingleView'] };
  const { stageTransfer } = await ask(
    'mutation ($input: StageTransferInput!) { stageTransfer(input: $input) { plan { id } problems { message } } }',
    { input: { selection, intoBranchId: target.branch.id } },
  );
  const planPath = `p/reading-club/main/import/${stageTransfer.plan.id}`;
  await page.goto(`${address}/${planPath}`);
  const name = page.getByLabel('New name of pr_members');
  await name.fill('pr_library_members');
  await page.getByText('Free on this branch.').waitFor();
  await shoot('plan');
  await page.getByRole('button', { name: 'Rename', exact: true }).first().click();
  await page.getByText('Becomes pr_library_members here.').waitFor();
  await page.getByRole('button', { name: 'Confirm and import' }).click();
  await page.getByRole('link', { name: 'pr_library_members' }).waitFor();
  await shoot('imported');
  return planPath;
}

/** The tasks, while one of them reads a large file. */
async function takeTasks(page, shoot) {
  const { project } = await ask('{ project(key: "reading-club") { id } }');
  const { createBranch } = await ask(
    'mutation ($input: CreateBranchInput!) { createBranch(input: $input) { branch { id } } }',
    { input: { projectId: project.id, name: 'archive' } },
  );
  await page.goto(`${address}/p/reading-club/main/tasks`);
  await page.getByRole('table', { name: 'Tasks' }).waitFor();
  await stage(createBranch.branch.id, 'archive.json', manyCastFunctions());
  await page
    .getByRole('row', { name: /archive\.json/ })
    .getByText(/^\d+,\d{3}/)
    .waitFor();
  await shoot('tasks');
}

async function takeOthers(page, shoot) {
  const screens = [
    ['templates', 'p/city-library/main/templates', 'Templates'],
    ['settings', 'p/city-library/main/settings', 'Branches'],
    ['access', 'access', 'Principals'],
    ['audit', 'audit', 'Events'],
  ];
  for (const [name, screen, label] of screens) {
    await page.goto(`${address}/${screen}`);
    await page.getByLabel(label, { exact: true }).first().waitFor();
    await shoot(name);
  }
}

function manyCastFunctions() {
  const castFunctions = {};
  for (let index = 0; index < manyFunctions; index++) {
    const name = `toShelf${index}`;
    const casting = `module.exports = (value) => value + ${index}\n`;
    castFunctions[name] = { castFunctionId: name, name, dataType: 'string', casting, type: 'custom' };
  }
  return JSON.stringify({ version: '2.2.0', castFunctions });
}

async function stage(branchId, name, content) {
  const form = new FormData();
  const query =
    'mutation ($input: StageImportInput!) { stageImport(input: $input) { plan { id } problems { message } } }';
  form.set('operations', JSON.stringify({ query, variables: { input: { branchId, file: null } } }));
  form.set('map', JSON.stringify({ 0: ['variables.input.file'] }));
  form.set('0', new Blob([content], { type: 'application/json' }), name);
  await send(form, { 'apollo-require-preflight': 'true' });
}

function ask(query, variables = {}) {
  return send(JSON.stringify({ query, variables }), { 'content-type': 'application/json' });
}

async function send(body, headers) {
  const authorization = `Bearer ${token}`;
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { ...headers, authorization }, body });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

/** In light and in dark, once nothing is on its way; a task that goes on does not hold it up. */
async function take(page, camera, name) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
    const { data } = await camera.send('Page.captureScreenshot', { format: 'webp', quality });
    writeFileSync(`${folder}/${name}-${colorScheme}.webp`, Buffer.from(data, 'base64'));
  }
}
