import { castFunction, erSchema, projection, singleView, aggregationOf, systemOfRecord } from './fastDataRecords.js';
import { bundleOf, type BundleRecord } from './importBundle.js';

/** So many records that hang together: one in five is a function, the rest use what stands before them. */
export function manyRecords(count: number): BundleRecord[] {
  const records: BundleRecord[] = [systemOfRecord('erp')];
  for (let group = 0; records.length < count; group += 1) {
    const names = [`pr_${group}_a`, `pr_${group}_b`] as const;
    records.push(
      castFunction(`cast_${group}`, `return value + ${group}`),
      projection(names[0], { system: 'erp', fields: { label: `cast_${group}` } }),
      projection(names[1], { system: 'erp' }),
      erSchema(`er_${group}`, { [names[0]]: [names[1]], [names[1]]: [names[0]] }),
      singleView(`sv_${group}`, { erSchema: `er_${group}`, aggregation: aggregationOf(...names) }),
    );
  }
  return records.slice(0, count);
}

/** A bundle of so many records. */
export function largeBundle(count: number): string {
  return bundleOf(manyRecords(count), { layout: 'JSONL' });
}
