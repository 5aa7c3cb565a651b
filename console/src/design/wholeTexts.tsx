/**
 * Whole texts of what is cut for want of room: as a title under the pointer, and below what has the focus of the keyboard, for all that is
 * cut in its row. A cut text must therefore stand in a row, or in a control, that the keyboard reaches.
 */
import { useEffect, useState, type CSSProperties } from 'react';
import styles from './wholeTexts.module.css';

/** What belongs to a control: with the focus on one of them, the texts of all of it are shown. */
const rowSelector = 'tr, li, [role="status"], [role="option"], [role="treeitem"], [role="menuitem"], [role="gridcell"]';
/** More texts than a row has: what has the focus is a part of the page. */
const mostTexts = 8;
const gap = 4;

/** At least as much room as this is left for the texts, in pixels. */
const leastWidth = 320;

interface Shown {
  texts: readonly string[];
  style: CSSProperties;
}

export function WholeTexts() {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let focused: Element | undefined;
    const show = () => setShown(focused?.isConnected ? wholeTextsAt(focused) : undefined);
    const onFocus = ({ target }: FocusEvent) => {
      focused = target instanceof Element && target.matches(':focus-visible') ? target : undefined;
      // What gets the focus may still be drawn anew, or scrolled to.
      requestAnimationFrame(show);
    };
    const hide = () => {
      focused = undefined;
      setShown(undefined);
    };
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hide();
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    document.addEventListener('focusin', onFocus, { signal });
    document.addEventListener('focusout', hide, { signal });
    document.addEventListener('pointerdown', hide, { signal });
    document.addEventListener('keydown', onKeyDown, { signal, capture: true });
    document.addEventListener('scroll', show, { signal, capture: true, passive: true });
    window.addEventListener('resize', show, { signal });
    document.addEventListener('pointerover', giveTitle, { signal });
    return () => listeners.abort();
  }, []);
  if (!shown) return null;
  const { texts, style } = shown;
  return (
    // A screen reader reads the texts where they stand: they are cut only for the eye.
    <div ref={raise} className={styles.whole} popover="manual" aria-hidden="true" style={style}>
      {texts.map((each, index) => (
        <p key={index}>{each}</p>
      ))}
    </div>
  );
}

/** Above all else, dialogs too. */
function raise(element: HTMLElement | null): void {
  element?.showPopover();
}

function isCut(element: Element): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    element.scrollWidth > element.clientWidth &&
    getComputedStyle(element).textOverflow === 'ellipsis'
  );
}

function wholeTextsAt(focused: Element): Shown | undefined {
  const row = focused.closest(rowSelector) ?? focused;
  const cut = [...row.querySelectorAll('*'), row].filter(isCut);
  const around = row.parentElement?.closest('*');
  if (around && isCut(around)) cut.push(around);
  const texts = [...new Set(cut.map(({ innerText }) => innerText.trim()).filter((each) => each !== ''))];
  if (texts.length === 0 || texts.length > mostTexts) return undefined;
  const { top, bottom } = row.getBoundingClientRect();
  const start = Math.min(...cut.map((element) => element.getBoundingClientRect().left));
  const left = Math.max(gap, Math.min(start, innerWidth - leastWidth));
  const isAbove = bottom > innerHeight * 0.75;
  return {
    texts,
    style: {
      left,
      maxWidth: innerWidth - left - gap,
      ...(isAbove ? { bottom: innerHeight - top + gap } : { top: bottom + gap }),
    },
  };
}

const titleMark = 'data-whole';

/** Gives what is under the pointer its whole text as a title, unless a title says more. */
function giveTitle({ target }: PointerEvent): void {
  for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
    if (element.hasAttribute('title') && !element.hasAttribute(titleMark)) return;
    if (isCut(element)) {
      element.title = element.innerText.trim();
      element.setAttribute(titleMark, '');
      return;
    }
    if (element.hasAttribute(titleMark)) {
      element.removeAttribute('title');
      element.removeAttribute(titleMark);
    }
  }
}
