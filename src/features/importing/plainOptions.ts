/** Import options as plain data, as they are stored. */
import type { Problem } from '../../shared/problem.js';
import type { FieldMapping } from '../formats/index.js';
import type { SetImportOptionsInput } from './import.inputs.js';
import type { ImportPlan } from './tables/importPlan.entity.js';
import type { StagingSettings } from './useImportTemplate.js';

/** A changed mapping, and the options that are changed with it. */
export type Remapping = Omit<SetImportOptionsInput, 'planId' | 'mapping'> & { mapping: FieldMapping[] };

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
  return withoutNulls({ ...options, mapping: mapping && mapping.length > 0 ? plainMapping(mapping) : undefined });
}

export function inOptions(problem: Problem): Problem {
  return { ...problem, path: ['input', 'options', ...problem.path] };
}
