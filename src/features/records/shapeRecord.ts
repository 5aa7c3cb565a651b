/**
 * The parent of a record defines its fields, as a definition does for its entries. These rules apply both to records from files and to
 * records created by hand.
 */
import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import { entryName, siteOfEntry, type RecordShape } from '../kinds/worker.js';

/** A parent, and the rules that it defines for its records. */
export interface ShapingParent {
  name: string;
  spec: JsonObject;
  shape: RecordShape;
}

/** A record after the rules of its parent were applied. */
export interface ShapedRecord {
  name: string;
  spec: JsonObject;
  /** Problems and warnings of existing members; paths are relative to the spec. */
  problems: Problem[];
  /** Problems of missing members. They do not count for a partial record. */
  missing: Problem[];
}

/** Applies the rules of the parent to a record: its name, the canonical form of its references, and its problems. */
export function shapeRecord(
  record: {
    name: string;
    externalReferenceCode: string | null;
    spec: JsonObject;
    /** The spec of a record with a digest is not changed: Waybill wrote it in canonical form. */
    claimedDigest?: string | null;
  },
  parent: ShapingParent,
): ShapedRecord {
  const { shape } = parent;
  const hasDigest = (record.claimedDigest ?? null) !== null;
  const spec = hasDigest ? record.spec : shape.normalize(record.spec);
  return {
    name: recordName(parent, record.externalReferenceCode, spec) ?? record.name,
    spec,
    problems: shape.validate(spec, { isPartial: true }),
    missing: shape.missing(spec),
  };
}

/** The name of a record with this code, on the site in its spec; undefined if code or parent are missing. */
export function recordName(
  { spec }: Pick<ShapingParent, 'spec'>,
  code: string | null,
  record: JsonObject,
): string | undefined {
  const parentName = spec['name'];
  return code !== null && typeof parentName === 'string' ? entryName(parentName, code, siteOfEntry(record)) : undefined;
}
