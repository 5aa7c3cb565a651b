/** A panel beside a list: it covers nothing, and goes from one item of the list to the next. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from './button.js';
import styles from './drawer.module.css';

interface DrawerProps {
  title: string;
  /** Whether the title is a name in a file and not words of a person. */
  isMono?: boolean;
  /** Stands beside the title. */
  mark?: ReactNode;
  facts?: ReactNode;
  previous: Step;
  next: Step;
  onClose: () => void;
  children: ReactNode;
}

/** Where an arrow leads, or why it leads nowhere. */
export type Step = { onPress: () => void } | { why: string };

export function Drawer({ title, isMono = false, mark, facts, previous, next, onClose, children }: DrawerProps) {
  const aside = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && aside.current?.contains(event.target as Node))
        close.current();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <aside ref={aside} className={styles.drawer} aria-label={title}>
      <div className={styles.head}>
        <div className={styles.title}>
          <h2 className={isMono ? styles.mono : undefined} title={title}>
            {title}
          </h2>
          {mark}
          <span className={styles.buttons}>
            <Arrow icon="up" label="Previous" step={previous} />
            <Arrow icon="down" label="Next" step={next} />
            <Button look="quiet" isSmall icon="close" label={`Close ${title}`} onPress={onClose} />
          </span>
        </div>
        {facts !== undefined && <p className={styles.facts}>{facts}</p>}
      </div>
      {children}
    </aside>
  );
}

function Arrow({ icon, label, step }: { icon: 'up' | 'down'; label: string; step: Step }) {
  const what = 'why' in step ? { whyDisabled: step.why } : { onPress: step.onPress };
  return <Button look="quiet" isSmall icon={icon} label={label} {...what} />;
}

/** What can be done with what the drawer shows. */
export function DrawerFoot({ children }: { children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>;
}

/** The heading of a part of a list in a drawer. */
export function DrawerGroup({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  return (
    <h3 className={styles.sub}>
      {title} <span style={{ flex: 1 }}>{note}</span>
      {children}
    </h3>
  );
}
