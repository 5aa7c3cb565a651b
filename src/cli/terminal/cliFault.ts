import { exitCodes } from './exitCodes.js';

interface FaultParts {
  /** What to do about it. */
  fix?: string;
  exitCode?: number;
}

/** An expected fault of a command: a sentence, and what to do about it. */
export class CliFault extends Error {
  readonly fix: string | undefined;
  readonly exitCode: number;

  constructor(
    /** A stable word for scripts. */
    readonly code: string,
    message: string,
    { fix, exitCode = exitCodes.fault }: FaultParts = {},
  ) {
    super(message);
    this.fix = fix;
    this.exitCode = exitCode;
  }

  /** Arguments that contradict each other, or that a command cannot read. */
  static usage(message: string, fix?: string): CliFault {
    return new CliFault('USAGE', message, { exitCode: exitCodes.usage, ...(fix !== undefined && { fix }) });
  }
}

/** A command that was stopped with Ctrl+C, or with SIGTERM. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted.');
  }
}
