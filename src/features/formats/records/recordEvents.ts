import type { JsonObject, JsonValue } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';

/** Position of a record in its file. */
export interface RecordPlace {
  /** Number of the record, from 1; blank lines are not counted. */
  index: number;
  /** Line on which it starts, from 1. */
  line: number;
  /** Bytes of the file read so far. */
  bytesRead: number;
}

/** Events of a file of records. After a `problem` of severity ERROR nothing follows. */
export type RecordEvent =
  | {
      type: 'record';
      record: JsonObject;
      place: RecordPlace;
      /** Faults of the record that do not hide it. */ problems?: Problem[];
    }
  /** A value that is not a record; `fault` continues the sentence after "it", `record` has the readable part. */
  | { type: 'broken'; fault: string; place: RecordPlace; record: JsonObject }
  /** A member beside the list of records. */
  | { type: 'member'; key: string; value: JsonValue; line: number }
  | { type: 'problem'; problem: Problem };
