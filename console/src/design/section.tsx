/** A long page in parts: what a part is about stands beside what can be done there. */
import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

export function Sections({ children }: { children: ReactNode }) {
  return <div className={styles.sections}>{children}</div>;
}

export function Section({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {about !== undefined && <p>{about}</p>}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

/** Lines of things, each with what can be done to it at its end. */
export function Lines({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

export function Line({ main, children }: { main: ReactNode; children?: ReactNode }) {
  return (
    <li>
      <span className={styles.main}>{main}</span>
      {children}
    </li>
  );
}
