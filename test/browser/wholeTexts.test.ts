import { describeInBrowser } from '../support/browserConsole.js';
import { castFunction, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { createResources } from '../support/projectScene.js';
import { fullProject, goTo, screens } from '../support/screens.js';

/** The little of a page that is used here. */
interface PageElement {
  scrollWidth: number;
  clientWidth: number;
  className: string;
  innerText: string;
  title: string;
  parentElement: PageElement | null;
  matches: (selector: string) => boolean;
  closest: (selector: string) => PageElement | null;
  querySelector: (selector: string) => PageElement | null;
  focus: (options: { preventScroll: boolean }) => void;
  dispatchEvent: (event: unknown) => void;
}
interface PageGlobals {
  document: { querySelectorAll: (selector: string) => Iterable<PageElement> };
  getComputedStyle: (element: PageElement) => { textOverflow: string };
  requestAnimationFrame: (call: () => void) => void;
  PointerEvent: new (type: string, options: { bubbles: boolean }) => unknown;
}

/** Runs in the page. Each text that is cut, and of which a person with a keyboard or a pointer cannot see the whole. */
async function cutTexts(): Promise<{ cutCount: number; faults: string[] }> {
  const { document, getComputedStyle, requestAnimationFrame, PointerEvent } = globalThis as unknown as PageGlobals;
  const frame = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(resolve);
    });
  const control = 'a[href], button, input, summary, [tabindex]';
  const flat = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
  const isCut = (element: PageElement) =>
    getComputedStyle(element).textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;
  const controlOf = (element: PageElement) => {
    const row = element.closest('tr[tabindex], li, [role=status]');
    if (row?.matches(control) === true) return row;
    return row?.querySelector(control) ?? element.closest(control) ?? element.querySelector(control);
  };
  const shownAtFocus = async (element: PageElement) => {
    controlOf(element)?.focus({ preventScroll: true });
    await frame();
    await frame();
    return [...document.querySelectorAll(':popover-open')].map(({ innerText }) => innerText).join(' ');
  };
  const titleOf = (element: PageElement) => {
    element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    let titled: PageElement | null = element;
    while (titled?.title === '') titled = titled.parentElement;
    return titled?.title ?? '';
  };
  const cut = [...document.querySelectorAll('#screen *, header *, nav *')].filter(isCut);
  const faults: string[] = [];
  for (const element of cut) {
    const words = flat(element.innerText);
    if (!flat(await shownAtFocus(element)).includes(words)) faults.push(`focus: ${words} (${element.className})`);
    if (!flat(titleOf(element)).includes(words)) faults.push(`pointer: ${words} (${element.className})`);
  }
  return { cutCount: cut.length, faults };
}

const longName = `normalize_${'the_international_standard_book_number_'.repeat(2)}`.slice(0, 80);

describeInBrowser('a text that is cut for want of room', (browser) => {
  it('is shown as a whole to the pointer and to the keyboard, on every screen', async () => {
    const { server, ...places } = await fullProject();
    const { branchId } = places;
    const made = await createResources(server, branchId, [
      castFunction(longName),
      systemOfRecord('archive'),
      projection('pr_archived', { system: 'archive', fields: { isbn: `${longName.slice(0, -1)}x` } }),
    ]);
    const plan = await new ImportFlow(server).stage(bundleOf([castFunction(longName)]), { branchId });
    const page = await browser.open(server, '', { viewport: { width: 1000, height: 800 } });
    const faults: Record<string, string[]> = {};
    let cutCount = 0;
    const longOnes = { ...places, open: made.get(longName)?.id ?? '', planId: plan.id };
    for (const screen of [...screens(places), ...screens(longOnes).slice(2, 9)]) {
      await goTo(page, screen);
      // What gets the focus after a key got it by the keyboard.
      await page.keyboard.press('Tab');
      const found = await page.evaluate(cutTexts);
      cutCount += found.cutCount;
      if (found.faults.length > 0) faults[screen[0]] = found.faults;
    }
    expect(faults).toEqual({});
    expect(cutCount).toBeGreaterThan(20);
  });
});
