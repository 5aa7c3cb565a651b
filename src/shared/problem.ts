import { withDigits } from './exactNumbers.js';
import type { ProblemCode } from './problemCode.js';

export type ProblemSeverity = 'ERROR' | 'WARNING';

/**
 * An expected error, as data. An `ERROR` prevents the operation, a `WARNING` never does. `message` is a sentence for users;
 * `fix` says what they can do.
 */
export interface Problem {
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  /** The place: JSON Pointer segments into the input, or into the spec of the named resource. */
  path: string[];
  fix?: string;
  /** Line of the file, from 1. */
  line?: number;
  /** The resource: its kind, name and, if it exists, id. */
  kind?: string;
  name?: string;
  resourceId?: string;
  /** The code of the file's product for the same error, if it has one. */
  originalCode?: string;
  /** Entities that the file refers to by id and does not contain. */
  missing?: MissingEntity[];
  /** Schema versions that cannot be migrated. */
  mismatchingIndices?: MismatchingIndex[];
}

/** An entity that items of a file refer to by id, and that the file does not contain. */
export interface MissingEntity {
  missingId: string;
  /** Names of the items; of many, only the first ones. */
  requiredBy: string[];
}

/** The schema version that a file states for a type of items, and the supported one. */
export interface MismatchingIndex {
  indexName: string;
  sourceIndexVersion: number;
  targetIndexVersion: number;
}

type ProblemDetail = Omit<Problem, 'code' | 'severity' | 'message' | 'path'> & { path?: string[] };

/** Creates a problem that prevents the operation. */
export function errorProblem(code: ProblemCode, message: string, detail: ProblemDetail = {}): Problem {
  return problem({ code, severity: 'ERROR', message }, detail);
}

/** Creates a problem that is only reported. */
export function warningProblem(code: ProblemCode, message: string, detail: ProblemDetail = {}): Problem {
  return problem({ code, severity: 'WARNING', message }, detail);
}

/** The message may quote an inexact number. */
function problem(said: Pick<Problem, 'code' | 'severity' | 'message'>, detail: ProblemDetail): Problem {
  const { path = [], fix, kind, name } = detail;
  return {
    ...detail,
    ...said,
    message: withDigits(said.message),
    path,
    ...(fix !== undefined && { fix: withDigits(fix) }),
    ...(kind !== undefined && { kind: withDigits(kind) }),
    ...(name !== undefined && { name: withDigits(name) }),
  };
}
