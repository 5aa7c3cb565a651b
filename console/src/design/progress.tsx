import { ProgressBar } from 'react-aria-components';
import styles from './progress.module.css';

/** How far something is; without a value it has begun and its length is not known. */
export function Progress({ label, value }: { label: string; value?: number | undefined }) {
  return (
    <ProgressBar
      aria-label={label}
      {...(value === undefined ? { isIndeterminate: true } : { value: Math.min(100, value * 100) })}
    >
      <span className={styles.bar}>
        <span style={{ width: value === undefined ? '30%' : `${String(Math.min(100, value * 100))}%` }} />
      </span>
    </ProgressBar>
  );
}
