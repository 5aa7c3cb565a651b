import { useEffect, type ReactNode } from 'react';
import type { Tone } from './badge.js';
import { Icon, type IconName } from './icon.js';
import layout from './layout.module.css';
import styles from './page.module.css';
import text from './text.module.css';
import tones from './tone.module.css';

interface PageHeadProps {
  title: ReactNode;
  /** The title of the browser's tab, where the title on the page is more than a text. */
  tabTitle?: string;
  /** Numbers and names that say where a person is. */
  facts?: ReactNode;
  children?: ReactNode;
}

/** The head of a screen: its title, what there is to know, and what can be done. */
export function PageHead({ title, tabTitle, facts, children }: PageHeadProps) {
  usePageTitle(tabTitle ?? (typeof title === 'string' ? title : undefined));
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <h1>{title}</h1>
        {children}
      </div>
      {facts !== undefined && <p className={styles.facts}>{facts}</p>}
    </div>
  );
}

export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? 'Waybill' : `${title} · Waybill`;
  }, [title]);
}

/** The part of a page that scrolls. It takes the focus, so that the arrow keys scroll it even where it holds nothing to press. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={`${layout.scroll ?? ''} ${layout.padded ?? ''}`} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}

/** One line across the page that says what has changed around it. */
export function Notice({ icon, tone, children }: { icon: IconName; tone?: Tone; children: ReactNode }) {
  return (
    <div className={`${styles.notice ?? ''} ${(tone && tones[tone]) ?? ''}`} role="status">
      <Icon name={icon} />
      {children}
    </div>
  );
}

interface DecideProps {
  /** The sentence that says what would be done. */
  say: ReactNode;
  detail?: ReactNode;
  children: ReactNode;
}

/** The foot of a screen on which a person decides: a sentence, and beside it what can be pressed. */
export function Decide({ say, detail, children }: DecideProps) {
  return (
    <section className={styles.decide} aria-label="Decision">
      <div className={styles.decideText}>
        <p className={styles.say} aria-live="polite">
          {say}
        </p>
        {detail !== undefined && <p className={text.muted}>{detail}</p>}
      </div>
      {children}
    </section>
  );
}
