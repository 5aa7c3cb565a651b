/** schedules: exports and transfers that start by themselves. */
import type { Command } from 'commander';
import { resultOf, WaybillError } from '../../../client/index.js';
import {
  DeleteScheduleDocument,
  RunScheduleDocument,
  SaveScheduleDocument,
  SchedulesDocument,
  SetScheduleEnabledDocument,
  type SaveScheduleInput,
  type ScheduleFragment,
} from '../../../client/operations.generated.js';
import { findBranch, findProject, type BranchPlace, type Project } from '../places/places.js';
import { findTemplate } from '../places/templates.js';
import { commandAt, type ServerClient } from '../profiles/serverClient.js';
import { runCommand, type Outcome, type Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { nearest } from '../words/nearest.js';
import { formatTimeIn } from '../words/numbers.js';
import { sayTable } from '../words/table.js';
import { stateOf } from '../words/taskWords.js';

const pageSize = 500;

interface Flags {
  add?: string;
  cron?: string;
  timeZone?: string;
  template?: string;
  from?: string;
  importTemplate?: string;
  execute?: boolean;
  callback?: string;
  overwrite?: boolean;
  run?: string;
  enable?: string;
  disable?: string;
  remove?: string;
}

const actions = ['add', 'run', 'enable', 'disable', 'remove'] as const;
type Action = (typeof actions)[number];

export function addSchedules(program: Command): void {
  program
    .command('schedules')
    .summary('list, add, run and remove what starts by itself')
    .description(
      'Lists the exports and transfers of a project that start by themselves. --add saves one: an export of the branch, or with --from a ' +
        'transfer into it. It runs with your rights.',
    )
    .argument('<project[/branch]>', 'the project; with --add, the branch to export, or to import into')
    .option('--add <name>', 'save a schedule under this name')
    .option('--cron <times>', 'when it runs: minute, hour, day of the month, month, day of the week')
    .option('--time-zone <name>', 'time zone of --cron, such as Europe/Rome (default: UTC)')
    .option('--template <name>', 'the template for exports that says what is exported')
    .option('--from <project[/branch]>', 'transfer from this branch; the template is one of its project')
    .option('--import-template <name>', 'with --from: the template for imports')
    .option('--execute', 'with --from: import too, unless something must be decided; otherwise only a plan is made')
    .option('--callback <url>', 'address that is told when a task of it ends')
    .option('--overwrite', 'replace a schedule of the same name')
    .option('--run <name>', 'run it now, beside its times')
    .option('--enable <name>', 'let it run')
    .option('--disable <name>', 'keep it, and do not run it')
    .option('--remove <name>', 'delete it')
    .action((place: string, flags: Flags, command: Command) =>
      runCommand(command, (work) => schedules(work, place, flags)),
    );
}

async function schedules(work: Work, place: string, flags: Flags): Promise<Outcome> {
  const [action, other] = actions.filter((each) => flags[each] !== undefined);
  if (other !== undefined)
    throw CliFault.usage(`--${action ?? ''} and --${other} cannot be given together.`, 'Give one of them.');
  if (action === 'add') return add(work, place, flags);
  const client = await work.connect();
  const project = await findProject(client, place.split('/')[0] ?? '');
  const found = await list(client, project);
  if (action !== undefined) return change(work, client, { action, found, name: flags[action] ?? '' });
  sayTable(work.terminal, ['NAME', 'DOES', 'WHEN', 'NEXT', 'LAST'], found.map(rowOf));
  if (found.length === 0) work.terminal.say(`Nothing starts by itself in ${project.key}.`);
  return { document: { project: project.key, schedules: found } };
}

async function list(client: ServerClient, { id: projectId }: Project): Promise<ScheduleFragment[]> {
  const found: ScheduleFragment[] = [];
  for await (const schedule of client.each(SchedulesDocument, { projectId, first: pageSize }, (data) => {
    if (data.schedules === null) throw new WaybillError('NOT_FOUND', 'The project does not exist any more.');
    return data.schedules;
  }))
    found.push(schedule);
  return found;
}

const doings: Readonly<Record<ScheduleFragment['action'], string>> = {
  EXPORT: 'export',
  STAGE_TRANSFER: 'plan of a transfer',
  TRANSFER: 'transfer',
};

function rowOf({ name, action, cron, timeZone, nextRunAt, lastRun }: ScheduleFragment): string[] {
  const next = nextRunAt === null ? 'disabled' : formatTimeIn(timeZone, nextRunAt);
  return [name, doings[action], `${cron} ${timeZone}`, next, lastOf(lastRun, timeZone)];
}

function lastOf(lastRun: ScheduleFragment['lastRun'], timeZone: string): string {
  if (!lastRun) return '';
  const [problem] = lastRun.problems;
  const what = problem?.message ?? (lastRun.task ? stateOf(lastRun.task) : 'Its task was deleted');
  return `${formatTimeIn(timeZone, lastRun.startedAt)}: ${what}`;
}

function sentenceOfNext({ name, timeZone, nextRunAt }: ScheduleFragment): string {
  return nextRunAt === null ? `${name} is disabled.` : `${name} runs next at ${formatTimeIn(timeZone, nextRunAt)}.`;
}

async function add(work: Work, placeText: string, flags: Flags): Promise<Outcome> {
  const { add: name = '', cron, template } = flags;
  if (cron === undefined) throw CliFault.usage('--add needs the times.', 'Add --cron, such as --cron "30 2 * * *".');
  if (template === undefined)
    throw CliFault.usage('--add needs the template that says what is exported.', 'Add --template NAME.');
  if (flags.from === undefined && (flags.execute === true || flags.importTemplate !== undefined))
    throw CliFault.usage('--execute and --import-template are for transfers.', 'Add --from PROJECT.');
  const client = await work.connect();
  const place = await findBranch(client, placeText);
  const from = flags.from === undefined ? undefined : await findBranch(client, flags.from);
  const source = from ?? place;
  const templateId = await findTemplate(client, source.project, { name: template, direction: 'EXPORT' });
  const input: SaveScheduleInput = {
    ...{ projectId: place.project.id, name, cron, templateId, branchId: source.branchId },
    ...(from ? await transferInto(client, place, flags) : { action: 'EXPORT' as const }),
    ...(flags.timeZone !== undefined && { timeZone: flags.timeZone }),
    ...(flags.callback !== undefined && { callbackUrl: flags.callback }),
    ...(flags.overwrite === true && { isOverwriteAllowed: true }),
  };
  const { saveSchedule } = await client.ask(SaveScheduleDocument, { input });
  const schedule = resultOf(saveSchedule.schedule, saveSchedule.problems);
  work.terminal.say(sentenceOfNext(schedule));
  return { document: { schedule } };
}

async function transferInto(
  client: ServerClient,
  { project, branchId }: BranchPlace,
  { execute, importTemplate }: Flags,
): Promise<Pick<SaveScheduleInput, 'action' | 'intoBranchId' | 'importTemplateId'>> {
  const action = execute === true ? ('TRANSFER' as const) : ('STAGE_TRANSFER' as const);
  if (importTemplate === undefined) return { action, intoBranchId: branchId };
  const importTemplateId = await findTemplate(client, project, { name: importTemplate, direction: 'IMPORT' });
  return { action, intoBranchId: branchId, importTemplateId };
}

async function change(
  { terminal }: Work,
  client: ServerClient,
  { action, found, name }: { action: Exclude<Action, 'add'>; found: readonly ScheduleFragment[]; name: string },
): Promise<Outcome> {
  const known = found.find((each) => each.name === name);
  if (!known) throw noSchedule(client, name, found);
  const { id } = known;
  if (action === 'remove') {
    const { deleteSchedule } = await client.ask(DeleteScheduleDocument, { input: { id } });
    resultOf(deleteSchedule.deletedId, deleteSchedule.problems);
    terminal.say(`${name} is removed. The tasks that it started stay.`);
    return { document: { removed: known } };
  }
  if (action === 'run') {
    const { runSchedule } = await client.ask(RunScheduleDocument, { input: { id } });
    const schedule = resultOf(runSchedule.schedule, runSchedule.problems);
    terminal.say(`${name} begins now, or when its last task has ended.`);
    return { document: { schedule } };
  }
  const isEnabled = action === 'enable';
  const { setScheduleEnabled } = await client.ask(SetScheduleEnabledDocument, { input: { id, isEnabled } });
  const schedule = resultOf(setScheduleEnabled.schedule, setScheduleEnabled.problems);
  terminal.say(sentenceOfNext(schedule));
  return { document: { schedule } };
}

function noSchedule(client: ServerClient, name: string, found: readonly ScheduleFragment[]): CliFault {
  const near = nearest(
    name,
    found.map((each) => each.name),
  );
  const fix =
    near === undefined ? `\`${commandAt(client, 'schedules PROJECT')}\` lists them.` : `Did you mean "${near}"?`;
  return new CliFault('NO_SCHEDULE', `There is no schedule "${name}".`, { fix });
}
