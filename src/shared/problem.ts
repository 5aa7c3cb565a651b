import { withDigits } from './exactNumbers.js';
import type { ProblemCode } from './problemCode.js';

export type ProblemSeverity = 'ERROR' | 'WARNING';

/**
 * An expected fault, as data. An `ERROR` stands in the way of what was asked; a `WARNING` is told and never blocks.
 * `message` is a sentence for a person; `fix` says what they can do about it.
 */
export interface Problem {
  code: ProblemCode;
  severity: ProblemSeverity;
  message: string;
  /** Where: JSON Pointer segments into the input, or into the spec of the resource that is named. */
  path: string[];
  fix?: string;
  /** Line of the file, from 1. */
  line?: number;
  /** The resource that it is about: its kind, name and, when it exists, id. */
  kind?: string;
  name?: string;
  resourceId?: string;
  /** The code that the product which a file is of gives for the same fault, where it has one. */
  originalCode?: string;
  /** What a file names by ids and does not hold. */
  missing?: MissingEntity[];
  /** Schema numbers from which nothing leads to those that are read. */
  mismatchingIndices?: MismatchingIndex[];
}

/** Something that items of a file name by its id, and that the file lacks. */
export interface MissingEntity {
  missingId: string;
  /** Names of the items, perhaps only the first of many. */
  requiredBy: string[];
}

/** The schema number that a file states for a sort of items, and the one that is read. */
export interface MismatchingIndex {
  indexName: string;
  sourceIndexVersion: number;
  targetIndexVersion: number;
}

type ProblemDetail = Omit<Problem, 'code' | 'severity' | 'message' | 'path'> & { path?: string[] };

/** Makes a problem that blocks. */
export function errorProblem(code: ProblemCode, message: string, detail: ProblemDetail = {}): Problem {
  return problem({ code, severity: 'ERROR', message }, detail);
}

/** Makes a problem that is only told. */
export function warningProblem(code: ProblemCode, message: string, detail: ProblemDetail = {}): Problem {
  return problem({ code, severity: 'WARNING', message }, detail);
}

/** What it says may quote a number that can't be kept. */
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
