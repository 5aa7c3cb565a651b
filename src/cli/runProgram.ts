import { CommanderError, type Command } from 'commander';
import { CliFault } from './terminal/cliFault.js';
import { exitCodes } from './terminal/exitCodes.js';

/** Runs a program with its arguments. What its options refuse is a fault of usage: exit code 64. */
export async function runProgram(program: Command, args: readonly string[]): Promise<void> {
  const isJson = args.includes('--json');
  try {
    await program.parseAsync(args);
  } catch (error) {
    if (error instanceof CliFault) {
      console.error(`Error: ${error.message}`);
      if (error.fix !== undefined) console.error(`Fix:   ${error.fix}`);
      tell(isJson, error.message, error.fix);
    } else if (!(error instanceof CommanderError)) throw error;
    // Help that was asked for, and the version.
    else if (error.exitCode === 0) return;
    else tell(isJson, error.message.replace(/^error: /, ''));
  }
}

function tell(isJson: boolean, message: string, fix?: string): void {
  const exitCode = exitCodes.usage;
  if (isJson)
    console.log(
      JSON.stringify({ error: { code: 'USAGE', message, fix: fix ?? null, problems: [] }, exitCode }, null, 2),
    );
  process.exitCode = exitCode;
}
