/** The fields in which two specs differ: before and after, one below the other. */
import { countOf, writtenText } from '../design/format.js';
import styles from './historyTab.module.css';
import type { Difference } from './specDifferences.js';

const shownDifferences = 20;
const longestValue = 400;

export function SpecDifferenceList({ differences }: { differences: readonly Difference[] }) {
  const left = differences.length - shownDifferences;
  return (
    <div className={styles.differences}>
      {differences.slice(0, shownDifferences).map(({ place, ...sides }) => (
        <div key={place}>
          <p className={styles.place}>{place}</p>
          {'before' in sides && (
            <p className={styles.before}>
              <span aria-hidden="true">−</span>
              <del>{valueText(sides.before)}</del>
            </p>
          )}
          {'after' in sides && (
            <p className={styles.after}>
              <span aria-hidden="true">+</span>
              <ins>{valueText(sides.after)}</ins>
            </p>
          )}
        </div>
      ))}
      {left > 0 && <p className={styles.place}>and {countOf(left, 'more field')}</p>}
    </div>
  );
}

function valueText(value: unknown): string {
  const words = typeof value === 'string' ? writtenText(value) : JSON.stringify(value);
  return words.length > longestValue ? `${words.slice(0, longestValue)}…` : words;
}
