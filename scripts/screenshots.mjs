/**
 * Takes the pictures of docs/images: every screen of the console with the demo data, in light and in dark, at a fixed size. It starts a
 * server of its own with an empty database. `npm run screenshots`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const folder = 'docs/images';
const token = `wbt_${'s'.repeat(43)}`;
const dataDir = mkdtempSync(path.join(tmpdir(), 'waybill-pictures-'));
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

const server = spawn(process.execPath, ['dist/src/main.js'], {
  env: { PATH: process.env.PATH, WAYBILL_PORT: '0', WAYBILL_DATA_DIR: dataDir, WAYBILL_ADMIN_TOKEN: token },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await readyAddress();
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
mkdirSync(folder, { recursive: true });
try {
  const planPath = await stageExample();
  for (const colorScheme of ['light', 'dark']) await takeAll(colorScheme, planPath);
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
    if (found) return found[1];
  }
  throw new Error(`The server ended: ${output}`);
}

/** Copies the single view of the library to the reading club, as far as its plan. @returns the path of the plan's screen. */
async function stageExample() {
  const source = await ask('{ branch(projectKey: "city-library", name: "main") { id } }');
  const target = await ask('{ branch(projectKey: "reading-club", name: "main") { id } }');
  const selection = { branchId: source.branch.id, kinds: ['fast-data/SingleView'] };
  const { stageTransfer } = await ask(
    'mutation ($input: StageTransferInput!) { stageTransfer(input: $input) { plan { id } problems { message } } }',
    { input: { selection, intoBranchId: target.branch.id } },
  );
  const { id } = stageTransfer.plan;
  for (;;) {
    const { importPlan } = await ask('query ($id: ID!) { importPlan(id: $id) { status } }', { id });
    if (importPlan.status !== 'STAGING') return `p/reading-club/main/import/${id}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ask(query, variables = {}) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

async function takeAll(colorScheme, planPath) {
  const context = await browser.newContext({ viewport: desk, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByLabel('Token').waitFor();
  await take(page, `sign-in-${colorScheme}`);
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Server' }).waitFor({ state: 'attached' });
  const screens = [
    ['projects', '', 'Projects'],
    ['resources', 'p/city-library/main', 'Resources'],
    ['export', 'p/city-library/main/export', 'Export'],
    ['import', 'p/reading-club/main/import', 'Import'],
    ['plan', planPath, 'Import'],
    ['tasks', 'p/reading-club/main/tasks', 'Import and Export'],
    ['templates', 'p/city-library/main/templates', 'Templates'],
    ['graph', 'p/city-library/main/graph', 'Graph'],
    ['settings', 'p/city-library/main/settings', 'Settings'],
    ['access', 'access', 'Access'],
    ['audit', 'audit', 'Audit log'],
    ['check', 'check', 'Database check'],
  ];
  for (const [name, path, title] of screens) {
    await page.goto(`${address}/${path}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await take(page, `${name}-${colorScheme}`);
  }
  await page.setViewportSize(phone);
  await page.goto(`${address}/${planPath}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await take(page, `plan-phone-${colorScheme}`);
  await context.close();
}

async function take(page, name) {
  await page.screenshot({ path: `${folder}/${name}.png` });
}
