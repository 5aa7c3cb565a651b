import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { fullProject, goTo, screens } from '../support/screens.js';

describeInBrowser('every screen of the console', (browser) => {
  it('has no fault of accessibility, in light and in dark', async () => {
    const { server, ...places } = await fullProject();
    const page = await browser.open(server);
    const faults: Record<string, string[]> = {};
    for (const screen of screens(places)) {
      await goTo(page, screen);
      const found = await accessibilityFaults(page);
      if (found.length > 0) faults[screen[0]] = found;
    }
    expect(faults).toEqual({});
  });

  it('fits at 200 %: nothing is cut off, and no page scrolls sideways', async () => {
    const { server, ...places } = await fullProject();
    // A window of 1280 by 800 at 200 % is 640 by 400 to the page.
    const page = await browser.open(server, '', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    const wide: string[] = [];
    for (const screen of screens(places)) {
      await goTo(page, screen);
      const sideways = await page.evaluate(() => {
        const { document } = globalThis as unknown as {
          document: { documentElement: { scrollWidth: number; clientWidth: number } };
        };
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      });
      if (sideways > 0) wide.push(`${screen[0]}: ${String(sideways)}`);
    }
    expect(wide).toEqual([]);
  });

  it('opens its dialogs without a fault of accessibility', async () => {
    const { server, key, open, own } = await fullProject();
    const page = await browser.open(server, `p/${key}/main?open=${open}`);
    const faults: Record<string, string[]> = {};
    const dialogs = [
      [`p/${key}/main?open=${open}`, ['New branch', 'New', 'Detach…', 'Delete…']],
      [own, ['Rename…']],
      [`p/${key}/main/templates`, ['New template']],
      [`p/${key}/main/settings`, ['Grant a role', 'New branch', `Delete ${key}…`]],
      ['', ['New project']],
      ['access', ['New group']],
      ['access?tab=tokens', ['New service account']],
    ] as const;
    for (const [path, buttons] of dialogs) {
      await page.goto(new URL(`/${path}`, page.url()).href);
      for (const name of buttons) {
        await page.getByRole('button', { name, exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('heading').first().waitFor();
        const found = await accessibilityFaults(page);
        if (found.length > 0) faults[`${path} ${name}`] = found;
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }
    }
    expect(faults).toEqual({});
  });
});
