import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import type { KindReference } from './foundReference.js';
import type { Loss } from './leftOut.js';

/** A field of the records of a definition, for mappings, columns and filters. */
export interface RecordField {
  name: string;
  /** For a person. */
  title: string;
  /** As the product calls it. */
  type: string;
  isRequired: boolean;
}

/** What the text of a cell becomes; it stays a text where no type is given. `json`: the text is JSON. `list`: that, or texts with commas between. */
export type CellType = 'integer' | 'number' | 'boolean' | 'json' | 'list';

/**
 * What the spec of a parent says of the specs of its records. It is compiled once for each parent and then asked for each record, so
 * that its functions cost microseconds; they rely on a spec that passed the kind's own JSON Schema (bounded depth, no forbidden key).
 */
export interface RecordShape {
  /** In the order of the definition; what names the record itself comes first. */
  fields: readonly RecordField[];
  /** Fields whose values no two records of the parent may share. */
  uniqueFields: readonly string[];
  /** Whether this member, at the top of a record, is kept, in whichever spelling. */
  hasMember: (name: string) => boolean;
  /** Required fields that a record lacks. */
  missingFields: (spec: JsonObject) => string[];
  /** For tables, whose cells are texts: by field, with dots for nested ones. */
  cellTypes: Readonly<Record<string, CellType>>;
  /** Every fault of a record, with paths into it. Of a partial one, members may lack. */
  validate: (spec: JsonObject, options?: { isPartial?: boolean }) => Problem[];
  /** Of these, the faults about members that lack. */
  missing: (spec: JsonObject) => Problem[];
  /** What a record refers to, in whichever way it is spelled; places in the kind's `references` are given as for a finder. */
  references: (spec: JsonObject) => KindReference[];
  /** The record less what is bound to its source; all that it loses is handed to `tell`. */
  withoutBound: (spec: JsonObject, tell: (loss: Loss) => void) => JsonObject;
  /** The record with each reference in the one spelling that the kind's own finder and rewriter know; itself when nothing changes. */
  normalize: (spec: JsonObject) => JsonObject;
}
