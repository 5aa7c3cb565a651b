import type { JsonObject, JsonValue } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';

/** Where a record stands in its file. */
export interface RecordPlace {
  /** Number of the record, from 1; lines without a record are not counted. */
  index: number;
  /** Line on which it starts, from 1. */
  line: number;
  /** Bytes of the file read so far. */
  bytesRead: number;
}

/** What a file of records gives, whatever its shape. After a `problem` of severity ERROR nothing follows. */
export type RecordEvent =
  | {
      type: 'record';
      record: JsonObject;
      place: RecordPlace;
      /** Faults of the record that do not hide it. */ problems?: Problem[];
    }
  /** A place where a record is expected and something else stands; `fault` goes on after "it", `record` holds what can be told of it. */
  | { type: 'broken'; fault: string; place: RecordPlace; record: JsonObject }
  /** A member beside the list of records. */
  | { type: 'member'; key: string; value: JsonValue; line: number }
  | { type: 'problem'; problem: Problem };
