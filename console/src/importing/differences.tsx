/** What an update changes, field by field: place, on the branch, in the file. */
import { ItemDifferencesDocument, type PlanItemFragment } from '../api/operations.generated.js';
import type { JsonValue } from '../json.js';
import { useQuery } from '../api/requests.js';
import { countOf, writtenText } from '../design/format.js';
import { ErrorState, SkeletonRows } from '../design/states.js';
import text from '../design/text.module.css';
import styles from './differences.module.css';

interface Difference {
  path: string;
  before: JsonValue;
  after: JsonValue;
  isAdded: boolean;
  isRemoved: boolean;
}

/** How many are drawn: the rest is counted. */
const shownAtOnce = 200;

export function Differences({ item }: { item: PlanItemFragment }) {
  const { data, error, refresh } = useQuery(ItemDifferencesDocument, { id: item.id });
  if (error && !data) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return <SkeletonRows count={3} />;
  if (!data.node || !('diff' in data.node)) return <p className={text.muted}>The item is gone.</p>;
  const { diff, diffCount, existing } = data.node;
  if (diff.length === 0)
    return (
      <p className={text.muted}>What the branch has may be seen by its readers only, so the fields are not shown.</p>
    );
  const shown = diff.slice(0, shownAtOnce);
  return (
    <>
      <table className={styles.differences} aria-label={`What the update of ${item.name} changes`}>
        <colgroup>
          <col className={styles.place} />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">On the branch{existing && `, revision ${String(existing.revision)}`}</th>
            <th scope="col">In the file</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((difference) => (
            <DifferenceRow key={difference.path} difference={difference} />
          ))}
        </tbody>
      </table>
      {diffCount > shown.length && <p className={text.muted}>And {countOf(diffCount - shown.length, 'more field')}.</p>}
    </>
  );
}

function DifferenceRow({ difference }: { difference: Difference }) {
  const { path, before, after, isAdded, isRemoved } = difference;
  const place = placeOf(path);
  const [was, will] = [isAdded ? null : written(before), isRemoved ? null : written(after)];
  const [markWas, markWill] = changedParts(was ?? '', will ?? '');
  return (
    <tr>
      <th scope="row" title={place}>
        {place}
      </th>
      <Value value={was} mark={markWas} side="was" none="not there" />
      <Value value={will} mark={markWill} side="will" none="removed" />
    </tr>
  );
}

interface ValueProps {
  value: string | null;
  mark: readonly [start: number, end: number];
  side: 'was' | 'will';
  none: string;
}

function Value({ value, mark: [start, end], side, none }: ValueProps) {
  if (value === null)
    return (
      <td>
        <span className={styles.none}>{none}</span>
      </td>
    );
  return (
    <td className={styles[side]} title={value}>
      <span className={styles.sign}>{side === 'was' ? '−' : '+'}</span>
      {value.slice(0, start)}
      <mark>{value.slice(start, end)}</mark>
      {value.slice(end)}
    </td>
  );
}

/** A JSON Pointer as a person reads it. */
function placeOf(path: string): string {
  const segments = path.split('/').filter((segment, index) => index > 0 || segment !== '');
  return segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~')).join(' / ');
}

function written(value: JsonValue): string {
  if (typeof value === 'string') return writtenText(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, member]) => `${name}: ${written(member)}`)
      .join(', ')} }`;
  return String(value);
}

/** Where two texts differ: from the first to the last character that is not the same, at the borders of words. */
function changedParts(was: string, will: string): readonly [readonly [number, number], readonly [number, number]] {
  const most = Math.min(was.length, will.length);
  let start = 0;
  while (start < most && was[start] === will[start]) start++;
  while (start > 0 && isInWord(was, start)) start--;
  let fromEnd = 0;
  while (fromEnd < most - start && was.at(-1 - fromEnd) === will.at(-1 - fromEnd)) fromEnd++;
  while (fromEnd > 0 && isInWord(was, was.length - fromEnd)) fromEnd--;
  return [
    [start, was.length - fromEnd],
    [start, will.length - fromEnd],
  ];
}

function isInWord(word: string, at: number): boolean {
  return /\w/.test(word[at - 1] ?? '') && /\w/.test(word[at] ?? 'x');
}
