/** Runs one command: gives it what it works with, and turns its end into an exit code. */
import type { Command } from 'commander';
import { isRest, totalOf, WaybillError } from '../../../client/index.js';
import type { ServerClient } from '../profiles/serverClient.js';
import { Profiles } from '../profiles/profiles.js';
import { connect } from '../profiles/connect.js';
import { CliFault, Interrupted } from '../terminal/cliFault.js';
import { readEnvironment } from '../terminal/environment.js';
import { exitCodes } from '../terminal/exitCodes.js';
import { fileFault } from '../terminal/fileFault.js';
import { Terminal, type Output } from '../terminal/terminal.js';
import { inOptions } from '../words/optionWords.js';

/** Options that every command has. */
export interface GlobalOptions {
  profile?: string;
  url?: string;
  json?: boolean;
  color?: boolean;
}

/** What a command works with. */
export interface Work {
  terminal: Terminal;
  profiles: Profiles;
  isCi: boolean;
  globals: GlobalOptions;
  /** Aborted by Ctrl+C. */
  signal: AbortSignal;
  /** A client of the chosen server; of that of a profile, if one is named. */
  connect: (profile?: string) => Promise<ServerClient>;
}

/** The result of a command: the document of `--json`, and how it ended. */
export interface Outcome {
  document: unknown;
  exitCode?: number;
}

export async function runCommand(command: Command, execute: (work: Work) => Promise<Outcome>): Promise<void> {
  const globals = command.optsWithGlobals<GlobalOptions>();
  const environment = readEnvironment();
  const terminal = new Terminal(environment, { output: outputOf(command), isColorWanted: globals.color !== false });
  const profiles = new Profiles(environment.configDir);
  const { signal, release } = interruption();
  const work: Work = {
    ...{ terminal, profiles, globals, signal, isCi: environment.isCi },
    connect: (profile) => connect({ environment, profiles, terminal, signal }, globals, profile),
  };
  try {
    const { document, exitCode = exitCodes.done } = await execute(work);
    terminal.clearProgress();
    terminal.document(document);
    process.exitCode = exitCode;
  } catch (error) {
    process.exitCode = tell(terminal, signal.aborted ? new Interrupted() : error);
  } finally {
    release();
    // What somebody still writes to it must not keep the command from ending.
    if (signal.aborted) process.stdin.destroy();
  }
}

/** Commands with `--format text|markdown|json`: an export has another option of that name. */
const inFormats: ReadonlySet<string> = new Set(['plan', 'diff', 'drift']);

/** As `--json` and `--format` say. */
function outputOf(command: Command): Output {
  const { json, format } = command.optsWithGlobals<GlobalOptions & { format?: string }>();
  const chosen = inFormats.has(command.name()) ? format?.toLowerCase() : undefined;
  if (json === true || chosen === 'json') return 'JSON';
  return chosen === 'markdown' ? 'MARKDOWN' : 'TEXT';
}

/** The first Ctrl+C lets the command tidy up, the second ends it at once. */
function interruption(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const stop = () => {
    release();
    controller.abort(new Interrupted());
  };
  const release = () => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, stop);
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop);
  return { signal: controller.signal, release };
}

/** So many problems are shown; a document has them all. */
const shownProblems = 100;

/** Says what went wrong, and gives the exit code. */
function tell(terminal: Terminal, error: unknown): number {
  const { code, message, fix, exitCode, problems } = faultOf(error);
  terminal.clearProgress();
  terminal.document({ error: { code, message, fix: fix ?? null, problems }, exitCode });
  if (exitCode === exitCodes.interrupted) terminal.note(message);
  else terminal.fault(message, fix === undefined ? undefined : inOptions(fix));
  sayOthers(terminal, message, problems);
  return exitCode;
}

/** The problems beside the first one, and how many more there are, unless the sentence of the fault has told that. */
function sayOthers(terminal: Terminal, told: string, problems: Fault['problems']): void {
  const others = problems.filter((each) => !told.startsWith(each.message));
  const listed = others.filter((each) => !isRest(each)).slice(0, shownProblems);
  for (const { message, fix = null } of listed)
    terminal.note(`       ${message}${fix === null ? '' : ` ${inOptions(fix)}`}`);
  if (others.length === listed.length) return;
  const rest = told.endsWith(' more)') ? 'The others are not listed.' : `and ${totalOf(others, listed.length)} more.`;
  const remedy = others.find(isRest)?.fix ?? null;
  terminal.note(`       … ${rest}${remedy === null ? '' : ` ${inOptions(remedy)}`}`);
}

interface Fault {
  code: string;
  message: string;
  fix?: string | undefined;
  exitCode: number;
  problems: readonly { message: string; fix?: string | null }[];
}

function faultOf(thrown: unknown): Fault {
  const { path } = thrown as NodeJS.ErrnoException;
  const error = typeof path === 'string' ? fileFault(thrown, path) : thrown;
  if (error instanceof Interrupted)
    return { code: 'INTERRUPTED', message: error.message, exitCode: exitCodes.interrupted, problems: [] };
  if (error instanceof CliFault) {
    const { code, message, fix, exitCode } = error;
    return { code, message, fix, exitCode, problems: [] };
  }
  if (error instanceof WaybillError) {
    const { code, message, fix, problems } = error;
    const exitCode = code === 'PLAN_NOT_EXECUTABLE' ? exitCodes.open : exitCodes.fault;
    return { code, message, fix, exitCode, problems };
  }
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined) return { code, message: `${message}.`, exitCode: exitCodes.fault, problems: [] };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: 'INTERNAL',
    message: stack,
    fix: 'This is a fault of the command line. Please report it with the lines above.',
    exitCode: exitCodes.fault,
    problems: [],
  };
}
