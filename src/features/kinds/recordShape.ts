import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import type { KindReference } from './foundReference.js';
import type { Loss } from './leftOut.js';

/** A field of the records of a definition, for mappings, columns and filters. */
export interface RecordField {
  name: string;
  /** The display name. */
  title: string;
  /** The type name of the product. */
  type: string;
  isRequired: boolean;
}

/** The type of a cell; without a type it is a text. `json`: the text is JSON. `list`: JSON, or texts separated by commas. */
export type CellType = 'integer' | 'number' | 'boolean' | 'json' | 'list';

/**
 * The rules of a parent's spec for its records. Compiled once per parent and called for each record, so its functions must take
 * microseconds. Specs must have passed the JSON Schema of the kind (limited depth, no forbidden key).
 */
export interface RecordShape {
  /** In the order of the definition; the members that identify the record come first. */
  fields: readonly RecordField[];
  /** Fields whose values must be unique among the records of the parent. */
  uniqueFields: readonly string[];
  /** Whether a record keeps this top-level member, in any spelling. */
  hasMember: (name: string) => boolean;
  /** Required fields that a record lacks. */
  missingFields: (spec: JsonObject) => string[];
  /** For tables: the types of cells, by field, with dots for nested ones. */
  cellTypes: Readonly<Record<string, CellType>>;
  /** The problems of a record, with paths into it. A partial record may lack members. */
  validate: (spec: JsonObject, options?: { isPartial?: boolean }) => Problem[];
  /** Only the problems of missing members. */
  missing: (spec: JsonObject) => Problem[];
  /** The references of a record, in any spelling, with indexes into `references` of the kind. */
  references: (spec: JsonObject) => KindReference[];
  /** The record without members that are valid only in its source; each removed value is passed to `tell`. */
  withoutBound: (spec: JsonObject, tell: (loss: Loss) => void) => JsonObject;
  /**
   * The record with each reference in the spelling that the kind's finder and rewriter know; the record itself if nothing
   * changes.
   */
  normalize: (spec: JsonObject) => JsonObject;
}
