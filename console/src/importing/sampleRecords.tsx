import type { JsonValue } from '../json.js';
import text from '../design/text.module.css';
import layout from '../design/layout.module.css';
import styles from './mapping.module.css';

interface SampleRecordsProps {
  rows: readonly JsonValue[];
  /** Whether another mapping is chosen on screen than the one that they were read with. */
  isOld: boolean;
}

/** The first records as the import will write them. */
export function SampleRecords({ rows, isOld }: SampleRecordsProps) {
  const records = rows.flatMap((row) => (typeof row === 'object' && row !== null && !Array.isArray(row) ? [row] : []));
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (records.length === 0) return null;
  return (
    <section className={layout.stack} aria-label="First records">
      <h2>First records as they will be</h2>
      {isOld && <p className={text.muted}>They still show the mapping that the file was read with.</p>}
      <div className={styles.samples} tabIndex={0} role="region" aria-label="Values of the first records">
        <table className={styles.mapping}>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  <code>{name}</code>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.map((record, index) => (
              <tr key={index}>
                {names.map((name) => (
                  <td key={name}>{written(record[name])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function written(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
