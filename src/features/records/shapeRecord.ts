/**
 * Records are given their shape by the spec of their parent: an entry by its definition. What is done with a record is the same for one
 * of a file and for one that is made by hand, and stands here.
 */
import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import { entryName, siteOfEntry, type RecordShape } from '../kinds/worker.js';

/** A parent with the shape that it gives to its records. */
export interface ShapingParent {
  /** The resource's name. */
  name: string;
  spec: JsonObject;
  shape: RecordShape;
}

/** A record as its parent makes of it. */
export interface ShapedRecord {
  name: string;
  spec: JsonObject;
  /** Faults and warnings about what is there, with paths into the spec. */
  problems: Problem[];
  /** Faults about what is not; of a record that is laid over another, they say nothing yet. */
  missing: Problem[];
}

/** Ties a record to its parent: its name, the one spelling of its references, and its faults. */
export function shapeRecord(
  record: {
    name: string;
    externalReferenceCode: string | null;
    spec: JsonObject;
    /** Of what has a digest the spec stays as it is: Waybill wrote it, in the one spelling. */
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

/** The name of a record with that code, on the site that it says; undefined where code or parent say too little. */
export function recordName(
  { spec }: Pick<ShapingParent, 'spec'>,
  code: string | null,
  record: JsonObject,
): string | undefined {
  const parentName = spec['name'];
  return code !== null && typeof parentName === 'string' ? entryName(parentName, code, siteOfEntry(record)) : undefined;
}
