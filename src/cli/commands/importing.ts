/** plan and import: what a file, or a branch, would do to a branch; and doing it. */
import { Option, type Command } from 'commander';
import { resultOf } from '../../../client/index.js';
import {
  DiscardImportDocument,
  ExecuteImportDocument,
  type PlanFragment,
} from '../../../client/operations.generated.js';
import { serverPlaceOf } from '../places/places.js';
import { consoleAddress, type ServerClient } from '../profiles/serverClient.js';
import { amendPlan } from '../planning/amendPlan.js';
import {
  choicesOf,
  importStrategyOf,
  withBranchChoices,
  withPlanOptions,
  type PlanFlags,
} from '../planning/planOptions.js';
import { warnOfKeptNames } from '../planning/keptNames.js';
import { planMarkdown } from '../planning/planMarkdown.js';
import { sealPlan } from '../planning/sealedPlan.js';
import { changeCount, itemsOf, openCount, sayPlan } from '../planning/planText.js';
import { stagePromotion, stageSource } from '../planning/promotion.js';
import { exitCodeOf, followTask, sayImported, succeeded } from '../run/followTask.js';
import { runCommand, type Outcome, type Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { exitCodes } from '../terminal/exitCodes.js';
import { oneOf, wholeNumberOf } from '../terminal/options.js';
import { countOf } from '../words/numbers.js';

const source = 'a file, a folder, - for stdin, or a branch as [profile:]project[/branch]';

const daysOf = wholeNumberOf('--expires-in', 365);

interface Flags extends PlanFlags {
  format?: string;
  out?: string;
  expiresIn?: number;
  detailedExitcode?: boolean;
  yes?: boolean;
  detach?: boolean;
}

export function addImporting(program: Command): void {
  withPlanOptions(
    program
      .command('plan')
      .summary('show what an import would do')
      .description(
        'Makes an import plan and shows it: every collision, missing dependency and change. Nothing is imported. ' +
          'With exit code 3, something is to be decided before it can be imported.',
      )
      .argument('<source>', source),
  )
    .option('--format <format>', 'text, markdown (a comment for a pull request) or json; text if absent')
    .option('-o, --out <file>', 'seal the plan: write to FILE what `waybill apply FILE` then carries out exactly')
    .option('--expires-in <days>', 'how long the sealed plan may be applied, up to 365; 7 if absent', daysOf)
    .option('--detailed-exitcode', 'exit with 2 if the import would change something')
    .action((from: string, flags: Flags, command: Command) => runCommand(command, (work) => plan(work, from, flags)));
  withPlanOptions(
    program
      .command('import')
      .summary('import a file, after showing what it would do')
      .description(
        'Makes an import plan, shows it, and carries it out after a yes, in one transaction. It can be undone: waybill undo TASK.',
      )
      .argument('<source>', source),
  )
    .option('-y, --yes', 'do not ask; deletions also need --allow-deletions')
    .option('--detach', 'on Ctrl+C, leave the import on the server instead of cancelling it')
    .action((from: string, flags: Flags, command: Command) =>
      runCommand(command, (work) => importFile(work, from, flags)),
    );
  addPromote(program);
}

function addPromote(program: Command): void {
  withBranchChoices(
    program
      .command('promote')
      .summary('import a branch into another one, also of another server')
      .description(
        'Copies a branch, or a part of it, to another branch: shows what that would do, and does it after a yes. ' +
          'A branch of another server is written with its profile: staging:city-library/main. ' +
          'To let it be approved first, seal a plan: waybill plan SOURCE --into TARGET --out FILE.',
      )
      .argument('<[profile:]project[/branch]>', 'the branch to copy')
      .requiredOption('--to <[profile:]project[/branch]>', 'the branch to import into'),
  )
    .option('-y, --yes', 'do not ask; deletions also need --allow-deletions')
    .option('--detach', 'on Ctrl+C, leave the import on the server instead of cancelling it')
    .addOption(new Option('-o, --out <file>').hideHelp())
    .action((from: string, flags: Flags & { to: string }, command: Command) =>
      runCommand(command, (work) => promote(work, from, flags)),
    );
}

/** Stages the source, makes the choices and shows the result. */
async function makePlan(work: Work, from: string, flags: Flags): Promise<{ client: ServerClient; plan: PlanFragment }> {
  const choices = choicesOf(flags);
  const { client, plan: staged } = await stageSource(work, from, { choices, flags });
  const made = await amendPlan(client, staged, choices);
  await showPlan(work, client, made);
  return { client, plan: made };
}

async function showPlan({ terminal }: Work, client: ServerClient, made: PlanFragment): Promise<void> {
  if (terminal.output === 'TEXT') await sayPlan(terminal, client, made);
  await warnOfKeptNames(terminal, client, made);
}

async function plan(work: Work, from: string, flags: Flags): Promise<Outcome> {
  if (flags.format !== undefined) oneOf(flags.format, ['TEXT', 'MARKDOWN', 'JSON'], '--format');
  const { client, plan: made } = await makePlan(work, from, flags);
  if (openCount(made.counts) > 0) sayOpen(work, made);
  work.terminal.say(`In the console: ${addressOf(client, made)}`);
  const sealed =
    flags.out === undefined ? undefined : await sealPlan(work, { client, plan: made, out: flags.out }, flags);
  if (work.terminal.output === 'MARKDOWN')
    work.terminal.print(
      await planMarkdown(client, {
        plan: made,
        url: addressOf(client, made),
        sealedIn: sealed?.sealed ? flags.out : undefined,
      }),
    );
  return { document: { ...(await documentOf(work, client, made)), ...sealed }, exitCode: exitCodeOfPlan(made, flags) };
}

function exitCodeOfPlan({ counts }: PlanFragment, { detailedExitcode = false }: Flags): number {
  if (openCount(counts) > 0) return exitCodes.open;
  return detailedExitcode && changeCount(counts) > 0 ? exitCodes.changes : exitCodes.done;
}

async function importFile(work: Work, from: string, flags: Flags): Promise<Outcome> {
  return carryOut(work, await makePlan(work, from, flags), flags);
}

/** Makes the plan of a promotion, shows it, and carries it out after a yes. */
async function promote(work: Work, from: string, flags: Flags & { to: string }): Promise<Outcome> {
  if (flags.out !== undefined)
    throw CliFault.usage(
      '--out is an option of `waybill plan`.',
      `To seal the plan of this promotion: \`waybill plan ${from} --into ${flags.to} --out ${flags.out}\`.`,
    );
  const choices = choicesOf(flags);
  const [source, target] = [serverPlaceOf(from), serverPlaceOf(flags.to)];
  const { client, plan: staged } = await stagePromotion(work, { from: source, to: target, choices, flags });
  const made = await amendPlan(client, staged, choices);
  await showPlan(work, client, made);
  return carryOut(work, { client, plan: made }, flags);
}

async function carryOut(
  work: Work,
  { client, plan: made }: { client: ServerClient; plan: PlanFragment },
  flags: Flags,
): Promise<Outcome> {
  const { terminal, signal } = work;
  const { counts, settings } = made;
  const importStrategy = importStrategyOf(flags, settings);
  if (openCount(counts) > 0 && importStrategy !== 'ON_ERROR_CONTINUE') {
    sayOpen(work, made);
    terminal.say(`In the console: ${addressOf(client, made)}`);
    return { document: await documentOf(work, client, made), exitCode: exitCodes.open };
  }
  if (changeCount(counts) + openCount(counts) === 0) {
    await client.ask(DiscardImportDocument, { input: { planId: made.id } });
    terminal.say('Nothing to import: the branch has it all.');
    return { document: { plan: made, task: null } };
  }
  const question = `Import into ${made.branch.project.key}/${made.branch.name}?`;
  if (flags.yes !== true && !(await terminal.ask(question, '--yes', signal))) {
    terminal.say(`Nothing was imported. The plan is kept: ${addressOf(client, made)}`);
    return { document: { plan: made, task: null } };
  }
  const input = { planId: made.id, importStrategy };
  const { executeImport } = await client.ask(ExecuteImportDocument, { input });
  const { id: taskId } = resultOf(executeImport.task, executeImport.problems);
  const task = succeeded(await followTask(work, { client, taskId }, { isDetached: flags.detach }));
  sayImported(work, client, task);
  return { document: { plan: made, task }, exitCode: exitCodeOf(task) };
}

/** What a person can do about items that are to be decided. */
function sayOpen({ terminal }: Work, { counts, settings }: PlanFragment): void {
  const open = openCount(counts);
  terminal.say(`${open === 1 ? '1 item is' : `${countOf(open, 'item')} are`} to be decided. Nothing was imported.`);
  terminal.say(
    'Run it again with --rename OLD=NEW, --skip NAME, --remap NAME=OTHER or --create-strategy upsert, as the items say; ' +
      'or with --on-error continue to import the others.',
  );
  if (settings['mirrorKinds'] !== undefined && settings['isDeletionAllowed'] !== true)
    terminal.say('Deletions also need --allow-deletions; --skip NAME keeps a resource.');
}

/** The plan as a document, with every item that would do something or is to be decided. */
async function documentOf({ terminal }: Work, client: ServerClient, made: PlanFragment): Promise<object | undefined> {
  if (!terminal.isJson) return undefined;
  const actions = ['COLLISION', 'BLOCKED', 'CREATE', 'UPDATE', 'REFERENCE_UPDATE', 'DELETE'] as const;
  return { plan: { ...made, url: addressOf(client, made), items: await itemsOf(client, made.id, { actions }) } };
}

/** Where the console shows a plan. */
function addressOf(client: ServerClient, { branch, id }: PlanFragment): string {
  const place = [branch.project.key, branch.name].map(encodeURIComponent).join('/');
  return `${consoleAddress(client)}/p/${place}/import/${id}`;
}
