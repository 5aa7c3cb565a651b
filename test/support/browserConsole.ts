/** A browser on the console of a server: what a person sees and does. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Download,
  type Locator,
  type Page,
} from 'playwright-core';
import type { ServerClient } from './serverClient.js';

/** Debian's two, the smaller one first: without the window of a browser around the page, it takes two thirds of the processor time. */
const programs = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const executablePath = process.env['CHROMIUM'] ?? programs.find((program) => existsSync(program));
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a test says it expects: the browser reports each refused request and each lost connection as an error. */
interface Expected {
  /** Console messages of the browser that the test brings about. */
  messages?: RegExp;
}

export interface BrowserConsole {
  /** Opens the console in a browser of its own and signs in; without a path, at its first page. */
  open: (server: ServerClient, path?: string, options?: BrowserContextOptions & { token?: string }) => Promise<Page>;
  /** Opens an address of the server in a browser of its own, without signing in. */
  visit: (server: ServerClient, path?: string, options?: BrowserContextOptions) => Promise<Page>;
  expect: (expected: Expected) => void;
}

/**
 * Tests in a real browser. Each fails when the page writes an error or a warning to its console, throws, or asks for anything from
 * another origin. What a test opens is closed at its end.
 */
export function describeInBrowser(title: string, define: (browser: BrowserConsole) => void): void {
  describe(title, () => {
    const tests = new BrowserTests();
    beforeAll(() => tests.start());
    afterEach(() => tests.endTest());
    afterAll(() => tests.close());
    define(tests);
  });
}

class BrowserTests implements BrowserConsole {
  private browser: Browser | undefined;
  private pages: Page[] = [];
  private complaints: string[] = [];
  private expected: Expected = {};

  async start(): Promise<void> {
    if (executablePath === undefined || !existsSync(executablePath))
      throw new Error(
        `There is no ${executablePath ?? programs.join(' or ')}: install it, or name a Chromium by CHROMIUM.`,
      );
    const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
    this.browser = await chromium.launch({ executablePath, args });
  }

  expect(expected: Expected): void {
    this.expected = expected;
  }

  async open(server: ServerClient, path = '', options: BrowserContextOptions & { token?: string } = {}): Promise<Page> {
    const { token = server.token, ...rest } = options;
    const page = await this.newPage(server, rest);
    const answer = await page.request.post(new URL('/session', server.url).href, {
      data: { token },
      headers: { origin: new URL(server.url).origin },
    });
    if (!answer.ok()) throw new Error(`Not signed in: ${await answer.text()}`);
    await page.goto(addressOf(server, path));
    await page.locator('main#screen').waitFor();
    return page;
  }

  async visit(server: ServerClient, path = '', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.newPage(server, options);
    await page.goto(addressOf(server, path));
    return page;
  }

  private async newPage(server: ServerClient, options: BrowserContextOptions): Promise<Page> {
    const context = await this.browser!.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    this.pages.push(page);
    const { host } = new URL(server.url);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`thrown: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && new URL(url).host !== host) this.complaints.push(`asks ${url}`);
    });
    return page;
  }

  async endTest(): Promise<void> {
    await Promise.all(this.pages.map((page) => page.context().close()));
    const { messages } = this.expected;
    const unexpected = this.complaints.filter((complaint) => messages?.test(complaint) !== true);
    this.pages = [];
    this.complaints = [];
    this.expected = {};
    if (unexpected.length > 0) throw new Error(`The page complained:\n${unexpected.join('\n')}`);
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }
}

function addressOf(server: ServerClient, path: string): string {
  return new URL(path.replace(/^\//, ''), server.url).href;
}

/** Rules whose outcome depends on the colours of the theme. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with the page, a line for each; empty when nothing is. All rules in light, those of colours in dark too. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const dark = await faultsIn(page, 'dark', { runOnly: rulesOfColours });
  return [...(await faultsIn(page, 'light', {})), ...dark];
}

async function faultsIn(page: Page, colorScheme: 'light' | 'dark', rules: RunOptions): Promise<string[]> {
  // Without motion: a colour on its way from one theme to the other is neither.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // In an evaluation and not in a script element: the page allows none.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(runAxe, { resultTypes: ['violations'], ...rules } satisfies RunOptions);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 5)
      .map(
        ({ target, html, failureSummary }) =>
          `${colorScheme}: ${id} (${help}) at ${target.join(' ')}, ${html.slice(0, 400)}: ${failureSummary ?? ''}`,
      ),
  );
}

/** Runs in the page. */
function runAxe(options: RunOptions): Promise<AxeResults> {
  const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
  return axe.run(options);
}

/** Presses a link or a menu item, and gives the file that the browser saves. */
export async function downloadBy(pressed: Locator): Promise<Download> {
  const [download] = await Promise.all([pressed.page().waitForEvent('download'), pressed.click()]);
  return download;
}
