/** A browser on the console of a server: what a person sees and does. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { ServerClient } from './serverClient.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
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

/** Skips where there is no Chromium, but in CI: there it has to be. */
const describeWhereInstalled = existsSync(executablePath) || process.env['CI'] === 'true' ? describe : describe.skip;

/**
 * Tests in a real browser. Each fails when the page writes an error or a warning to its console, throws, or asks for anything from
 * another origin. What a test opens is closed at its end.
 */
export function describeInBrowser(title: string, define: (browser: BrowserConsole) => void): void {
  describeWhereInstalled(title, () => {
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
    const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
    this.browser = await chromium.launch({ executablePath, args });
  }

  expect(expected: Expected): void {
    this.expected = expected;
  }

  async open(server: ServerClient, path = '', options: BrowserContextOptions & { token?: string } = {}): Promise<Page> {
    const { token = server.token, ...rest } = options;
    const page = await this.visit(server, path, rest);
    await page.getByLabel('Token').fill(token);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator('main#screen').waitFor();
    return page;
  }

  async visit(server: ServerClient, path = '', options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser!.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    this.pages.push(page);
    const { origin } = new URL(server.url);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`thrown: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && new URL(url).host !== new URL(origin).host) this.complaints.push(`asks ${url}`);
    });
    await page.goto(`${origin}/${path.replace(/^\//, '')}`);
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

/** What axe finds wrong with the page, in light and in dark, a line for each; empty when nothing is. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion: a colour on its way from one theme to the other is neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // In an evaluation and not in a script element: the page allows none.
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(runAxe, { resultTypes: ['violations'] } satisfies RunOptions);
    for (const { id, help, nodes } of violations)
      for (const { target, html, failureSummary } of nodes.slice(0, 5))
        faults.push(
          `${colorScheme}: ${id} (${help}) at ${target.join(' ')}, ${html.slice(0, 400)}: ${failureSummary ?? ''}`,
        );
  }
  return faults;
}

/** Runs in the page. */
function runAxe(options: RunOptions): Promise<AxeResults> {
  const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
  return axe.run(options);
}
