/** Import options as plain data, as they are stored. */
import type { FieldMapping } from '../../formats/index.js';
import { withPlainMirror } from '../mirror.js';
import type { ImportPlan } from '../tables/importPlan.entity.js';
import type { StagingSettings } from './prepareStaging.js';

export function mappingOf({ options }: ImportPlan): readonly FieldMapping[] {
  return options.mapping ?? [];
}

export function plainMapping(mapping: readonly FieldMapping[]): FieldMapping[] {
  return mapping.map(({ source, target }) => ({ source, target }));
}

export function withoutNulls(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null && value !== undefined));
}

/** An empty mapping is not stored. */
export function stagingOptions({ mapping, ...options }: StagingSettings['options']): object {
  return withPlainMirror(
    withoutNulls({ ...options, mapping: mapping && mapping.length > 0 ? plainMapping(mapping) : undefined }),
  );
}
