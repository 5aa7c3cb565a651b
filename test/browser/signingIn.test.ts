import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { consoleServer } from '../support/sharedServer.js';
import { SignInProvider } from '../support/signInProvider.js';
import { startTestServer } from '../support/testServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person signs in', (browser) => {
  it('with a token, sees the projects, and signs out', async () => {
    const server = await consoleServer();
    const page = await browser.open(server);
    await page.getByRole('heading', { name: 'Projects', exact: true }).waitFor();
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Token').waitFor();
    await page.reload();
    await page.getByLabel('Token').waitFor();
    await soon(() => page.getByRole('heading', { name: 'Projects' }).count()).toBe(0);
  });

  it('reads the server’s sentence about a wrong token', async () => {
    const page = await browser.visit(await consoleServer());
    browser.expect({ messages: /401/ });
    await page.getByLabel('Token').fill('wbt_a-token-that-nobody-has-made');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText(/token/i).nth(1).waitFor();
    await soon(() => page.getByLabel('Token').getAttribute('aria-invalid')).toBe('true');
  });

  it('is brought back to the address that was asked for', async () => {
    const page = await browser.open(await consoleServer(), 'nowhere/at/all');
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  });

  it('in another tab, and out of both at once', async () => {
    const server = await consoleServer();
    const page = await browser.open(server);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('heading', { name: 'Projects', exact: true }).waitFor();
    await other.getByRole('button', { name: /^Account of/ }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByText('You are signed out').waitFor();
  });

  it('at the identity provider of the company, and is who it says', async () => {
    const provider = await SignInProvider.start(['http://127.0.0.1/session/oidc/callback']);
    const server = await startTestServer({ settings: provider.settings });
    try {
      browser.expect({ messages: new RegExp(`asks ${provider.issuer}`) });
      const page = await browser.visit(server);
      await page.getByRole('link', { name: 'Sign in with Example staff' }).click();
      await page.getByRole('button', { name: 'Account of Ada' }).waitFor();
      await page.close();
    } finally {
      await server.stop();
      await provider.stop();
    }
  });

  it('on a page without faults of accessibility', async () => {
    const page = await browser.visit(await consoleServer());
    await page.getByLabel('Token').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });
});
