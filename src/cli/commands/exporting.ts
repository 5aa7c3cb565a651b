/** export: a selection with all that it needs becomes a file. */
import type { Command } from 'commander';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { resultOf, WaybillError } from '../../../client/index.js';
import {
  ExportItemsDocument,
  ExportPreviewDocument,
  StartExportDocument,
  TaskDocument,
  type ExportFormat,
  type ExportItemsQuery,
  type ExportPreviewQuery,
  type StartExportInput,
} from '../../../client/operations.generated.js';
import { findBranch, findResources, placeName, type BranchPlace } from '../places/places.js';
import { selectionOf } from '../places/selection.js';
import type { ServerClient } from '../profiles/serverClient.js';
import { followTask, succeeded } from '../run/followTask.js';
import { runCommand, type Outcome, type Work } from '../run/runCommand.js';
import { saveDownload } from '../run/saveDownload.js';
import { CliFault } from '../terminal/cliFault.js';
import { collect, oneOf } from '../terminal/options.js';
import { countOf, formatCount, formatList, formatSize } from '../words/numbers.js';
import { inOptions } from '../words/optionWords.js';
import { alignRows } from '../words/table.js';

type Preview = NonNullable<ExportPreviewQuery['exportPreview']>;
type Item = NonNullable<ExportItemsQuery['exportPreview']>['items']['nodes'][number];

const formats: readonly ExportFormat[] = [
  ...(['JSON', 'JSONL', 'ZIP', 'DIRECTORY', 'CSV', 'JSONT', 'LIFERAY_JSON', 'LIFERAY_JSONL', 'OPTIMIZE_JSON'] as const),
];
/** The format that the ending of a file asks for. */
const formatByEnding: Readonly<Record<string, ExportFormat>> = { '.jsonl': 'JSONL', '.zip': 'ZIP', '.csv': 'CSV' };
/** What is written: a file of a format of the server; or a folder, which the command line makes of a bundle. */
type Layout = ExportFormat | 'FOLDER';
/** So much of each list is shown. */
const shown = 100;

interface ExportOptions {
  kind?: string[];
  name?: string[];
  leaveOut?: string[];
  dependencies: boolean;
  format?: string;
  output?: string;
  yes?: boolean;
  detach?: boolean;
}

export function addExport(program: Command): void {
  program
    .command('export')
    .summary('write resources, and all that they need, to a file')
    .description(
      'Shows what an export would contain, and why, and writes it to a file after a yes; to stdout at once. Without --kind and --name, it exports the whole branch.',
    )
    .argument('<project[/branch]>', 'the branch; the default branch if only a project is named')
    .option('--kind <kind>', 'only resources of this kind, such as SingleView; can be repeated', collect)
    .option('--name <name>', 'only the resource of this name; can be repeated', collect)
    .option('--leave-out <name>', 'leave this resource out although others need it; can be repeated', collect)
    .option('--no-dependencies', 'only what is selected, not what it needs')
    .option(
      '--format <format>',
      `${formats.map((format) => format.toLowerCase()).join(', ')}; from the ending of FILE, else json; directory for a folder, or for one in a ZIP`,
    )
    .option(
      '-o, --output <file>',
      'file to write to; a folder, or a name that ends with /, gets one file for each resource, and loses the files of earlier exports that are gone; - for stdout; the name that the server gives if absent',
    )
    .option('-y, --yes', 'do not ask; a file of that name is replaced, and a folder brought up to date')
    .option('--detach', 'on Ctrl+C, leave the task on the server instead of cancelling it')
    .action((place: string, options: ExportOptions, command: Command) =>
      runCommand(command, (work) => exportFile(work, place, options)),
    );
}

async function exportFile(work: Work, name: string, options: ExportOptions): Promise<Outcome> {
  const { terminal, signal, connect } = work;
  const isPiped = options.output === '-';
  if (isPiped && terminal.isJson) throw CliFault.usage('Only one of --json and -o - can have stdout.');
  const client = await connect();
  const place = await findBranch(client, name);
  const layout = layoutOf(options);
  if (layout === 'FOLDER') await checkFolder(place, options.output ?? '');
  const input = await inputOf(client, place, { ...options, layout });
  const preview = await previewOf(client, input);
  const companions = await companionsOf(client, input);
  if (!isPiped) sayPreview(terminal, { place, preview, companions, layout });
  const refusal = preview.problems.filter(({ severity }) => severity === 'ERROR');
  if (refusal.length > 0) throw WaybillError.ofProblems(refusal);
  for (const { message, fix } of preview.problems) terminal.warn(message, fix && inOptions(fix));
  // A pipe replaces nothing.
  if (!isPiped && options.yes !== true && !(await terminal.ask(questionOf(options.output, layout), '--yes', signal))) {
    terminal.say('Nothing was written.');
    return { document: { file: null } };
  }
  const { startExport } = await client.ask(StartExportDocument, { input });
  const { id: taskId } = resultOf(startExport.task, startExport.problems);
  succeeded(await followTask(work, { client, taskId }, { isDetached: options.detach }));
  const written = await write(work, { client, taskId, output: options.output, layout });
  const { byKind, requirements, unresolved } = preview;
  return {
    document: { branch: placeName(place), taskId, file: written, byKind, companions, requirements, unresolved },
  };
}

function layoutOf({ format, output }: ExportOptions): Layout {
  const ending = path.extname(output ?? '').toLowerCase();
  const isPlace = output !== undefined && output !== '-';
  const given = format === undefined ? undefined : oneOf(format, formats, '--format');
  if (given === 'DIRECTORY') return isPlace && ending !== '.zip' ? 'FOLDER' : given;
  if (given !== undefined) return given;
  return isPlace && isFolder(output) ? 'FOLDER' : (formatByEnding[ending] ?? 'JSON');
}

async function checkFolder({ project }: BranchPlace, folder: string): Promise<void> {
  const { refuseOtherFolder } = await import('../folders/fillFolder.js');
  await refuseOtherFolder(folder, project);
}

async function inputOf(
  client: ServerClient,
  place: BranchPlace,
  { layout, ...options }: ExportOptions & { layout: Layout },
): Promise<StartExportInput> {
  const leftOut = await findResources(client, place, { names: options.leaveOut ?? [], kinds: [] });
  return {
    selection: await selectionOf(client, place, options),
    format: layout === 'FOLDER' ? 'JSONL' : layout,
    ...(!options.dependencies && { includeDependencies: false }),
    ...(leftOut.length > 0 && { excludeIds: leftOut.map(({ id }) => id) }),
  };
}

async function previewOf(client: ServerClient, input: StartExportInput): Promise<Preview> {
  const { exportPreview } = await client.ask(ExportPreviewDocument, { input });
  if (!exportPreview) throw new WaybillError('NOT_FOUND', 'The branch does not exist any more.');
  return exportPreview;
}

interface Companions {
  totalCount: number;
  nodes: Item[];
}

/** What comes along with the selection: the nearest. */
async function companionsOf(client: ServerClient, input: StartExportInput): Promise<Companions> {
  const filter = { inclusions: ['NEEDS_CONFIRMATION' as const, 'SILENT' as const] };
  const { exportPreview } = await client.ask(ExportItemsDocument, { input, filter, first: shown });
  const { totalCount, nodes } = exportPreview?.items ?? { totalCount: 0, nodes: [] };
  return { totalCount, nodes };
}

interface Shown {
  place: BranchPlace;
  preview: Preview;
  companions: Companions;
  layout: Layout;
}

function sayPreview(terminal: Work['terminal'], { place, preview, companions, layout }: Shown): void {
  const { byKind, requirements, requirementCount, unresolved, unresolvedCount, sizeBytes } = preview;
  const count = byKind.reduce((sum, kind) => sum + kind.count, 0);
  terminal.say(
    terminal.paint(
      `${placeName(place)}: ${countOf(count, 'resource')}, about ${formatSize(sizeBytes)} of content, ${layout === 'FOLDER' ? 'in one file each' : `as ${layout}`}`,
      'strong',
    ),
  );
  terminal.say(formatList(byKind.map(({ kind, count: each }) => countOf(each, kind.title, kind.pluralTitle))));
  section(terminal, 'Comes along, and why', {
    total: companions.totalCount,
    rows: companions.nodes.map(({ resource, reason }) => [
      ...[
        resource.name,
        resource.kind.title,
        `needed by ${reason
          .map((step) => step.name)
          .reverse()
          .join(', for ')}`,
      ],
    ]),
  });
  section(terminal, 'Needed where it is imported, and never in the file', {
    total: requirementCount,
    rows: requirements.map(({ targetName, isPresent, isBuiltIn, requirement, requiredBy }) => [
      ...[targetName, isBuiltIn ? 'in every project' : requirement.toLowerCase()],
      isPresent ? '' : 'not on this branch',
      `by ${requiredBy.map((by) => by.name).join(', ')}`,
    ]),
  });
  section(terminal, 'Unresolved: not on this branch', {
    total: unresolvedCount,
    rows: unresolved.map(({ targetName, source, at }) => [targetName, `${source.name} at ${at}`]),
  });
}

function section(
  terminal: Work['terminal'],
  title: string,
  { total, rows }: { total: number; rows: readonly (readonly string[])[] },
): void {
  if (total === 0) return;
  terminal.say(`\n${title}:`);
  for (const line of alignRows(rows.slice(0, shown), terminal.width && terminal.width - 2)) terminal.say(`  ${line}`);
  if (total > Math.min(shown, rows.length))
    terminal.say(`  … and ${formatCount(total - Math.min(shown, rows.length))} more`);
}

function questionOf(output: string | undefined, layout: string): string {
  if (output === undefined) return 'Write the file?';
  if (layout === 'FOLDER')
    return `${existsSync(output) ? 'Bring' : 'Write'} ${output}${existsSync(output) ? ' up to date' : ''}?`;
  if (isFolder(output)) return `Write the file to the folder ${output}?`;
  return existsSync(output) ? `Replace ${output}?` : `Write ${output}?`;
}

function isFolder(output: string): boolean {
  return output.endsWith(path.sep) || (existsSync(output) && statSync(output).isDirectory());
}

async function write(
  work: Work,
  {
    client,
    taskId,
    output,
    layout,
  }: { client: ServerClient; taskId: string; output: string | undefined; layout: string },
): Promise<object> {
  const { terminal, signal } = work;
  const { task } = await client.ask(TaskDocument, { id: taskId });
  const file = task?.files.find(({ purpose }) => purpose === 'RESULT');
  if (!file) throw new CliFault('NO_FILE', `The file of the task ${taskId} is gone.`, { fix: 'Export it again.' });
  const { sizeBytes, sha256 } = file;
  if (output === '-') {
    await terminal.pipe(client.download(file, { signal }), signal);
    return { path: '-', sizeBytes, sha256 };
  }
  if (output !== undefined && layout === 'FOLDER') {
    const { writeExportedFolder } = await import('../folders/exportedFolder.js');
    return { path: output, ...(await writeExportedFolder(work, { client, file }, output)) };
  }
  // The name comes from a server: it must not lead to another folder.
  const ownName = path.basename(file.name);
  const target = output === undefined ? ownName : isFolder(output) ? path.join(output, ownName) : output;
  await saveDownload(work, { client, file, target });
  terminal.say(`Written to ${target}: ${formatSize(sizeBytes)}, sha256 ${sha256 ?? 'unknown'}`);
  return { path: target, sizeBytes, sha256 };
}
