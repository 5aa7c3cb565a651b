import { Command, Help, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { addApply } from './commands/applying.js';
import { addBindings } from './commands/binding.js';
import { addBundle } from './commands/bundling.js';
import { addComparing } from './commands/comparing.js';
import { addCompletion } from './commands/completing.js';
import { addExport } from './commands/exporting.js';
import { addImporting } from './commands/importing.js';
import { addLooking } from './commands/looking.js';
import { addSchedules } from './commands/scheduling.js';
import { addShowing } from './commands/showing.js';
import { addSignIn } from './commands/signIn.js';
import { addTasks } from './commands/tasks.js';

const examples = `
Examples:
  waybill login https://waybill.example
  waybill export city-library --kind SingleView -o views.json
  waybill plan views.json --into reading-club
  waybill import views.json --into reading-club
  waybill plan views.json --into reading-club --out plan.json
  waybill apply plan.json
  waybill promote staging:city-library --to live:city-library
  waybill export city-library -o library/
  waybill diff library city-library
  waybill undo TASK

Exit codes: 0 done or nothing to do, 1 fault, 2 there are changes (with --detailed-exitcode),
3 collisions or blocked items, 4 completed with errors, 64 wrong usage, 130 interrupted.

Variables: WAYBILL_URL, WAYBILL_TOKEN, WAYBILL_PROFILE; WAYBILL_STAGING_TOKEN is the token of the
profile "staging". With CI set, nothing is asked and stored tokens are not used.`;

/** The program with all its commands. Nothing runs yet. */
export function makeProgram(): Command {
  const program = new Command('waybill')
    .description('Moves configuration between projects, as a client of a Waybill server.')
    .usage('COMMAND [options]')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpCommand(
      new Command('help').argument('[command]').summary('print the help of a command').helpGroup('Follow:'),
    )
    .optionsGroup('Options of every command:')
    .addOption(new Option('--profile <name>', 'use the server and token that `waybill login` stored under this name'))
    .addOption(new Option('--url <address>', 'address of the server; the profile must be for it'))
    .addOption(new Option('--json', 'print one JSON document on stdout, and ask nothing'))
    .addOption(new Option('--no-color', 'print without colour; NO_COLOR does the same'))
    .configureHelp({ showGlobalOptions: true, visibleGlobalOptions })
    .configureOutput({
      outputError: (text, write) => {
        write(text.replace(/^error: /, 'Error: '));
      },
    })
    .addHelpText('after', examples)
    .showHelpAfterError('(add --help to see how the command is used)')
    .exitOverride();
  program.commandsGroup('Sign in:');
  addSignIn(program);
  program.commandsGroup('Look:');
  addLooking(program);
  addBindings(program);
  addSchedules(program);
  addShowing(program);
  program.commandsGroup('Move:');
  addExport(program);
  addImporting(program);
  addApply(program);
  program.commandsGroup('Compare:');
  addComparing(program);
  program.commandsGroup('Without a server:');
  addBundle(program);
  program.commandsGroup('Follow:');
  addTasks(program);
  addCompletion(program);
  for (const command of program.commands) command.helpOption('-h, --help', 'print help').copyInheritedSettings(program);
  return program;
}

/** Without --version, which only makes sense alone. */
function visibleGlobalOptions(this: Help, command: Command): Option[] {
  return Help.prototype.visibleGlobalOptions.call(this, command).filter(({ long }) => long !== '--version');
}

/** That of package.json, which is two folders above, in the sources and in the bundle. */
function version(): string {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    try {
      const { name, version: own } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as Record<
        string,
        string
      >;
      if (name === 'waybill' && own !== undefined) return own;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || folder.pathname === '/') throw error;
    }
  }
}
