/** What two configurations are compared: files, folders, branches, or what an import has read. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WaybillError, type DownloadFile } from '../../../client/index.js';
import { ImportedFileDocument, ResourceOriginsDocument } from '../../../client/operations.generated.js';
import type { FileItem } from '../../features/formats/index.js';
import { exportBranch } from '../places/exportBranch.js';
import { findBranch, listOf, serverPlaceOf } from '../places/places.js';
import { commandAt, type ServerClient } from '../profiles/serverClient.js';
import type { Work } from '../run/runCommand.js';
import { saveDownload } from '../run/saveDownload.js';
import { CliFault } from '../terminal/cliFault.js';
import type { Side } from './compare.js';
import { openConfiguration, type Configuration } from './configuration.js';
import { knownOf, sourceId, type Known, type SourceId } from './identities.js';
import { renamedItem, Renames } from './renames.js';

const taskId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Opens configurations, and deletes what it has downloaded for them afterwards. */
export async function withSides<Result>(
  work: Work,
  use: (open: (text: string) => Promise<Side>) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waybill-'));
  const sides = new Sides(work, folder);
  try {
    return await use((text) => sides.open(text));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

class Sides {
  private count = 0;

  constructor(
    private readonly work: Work,
    private readonly folder: string,
  ) {}

  async open(text: string): Promise<Side> {
    const side = existsSync(text)
      ? await openSide(text)
      : taskId.test(text)
        ? await this.imported(text)
        : await this.branch(text);
    for (const { problem } of side.warnings) this.work.terminal.warn(`${text}: ${problem.message}`, problem.fix);
    return side;
  }

  private async branch(text: string): Promise<Side> {
    if (/^[.~/]|\.\w{1,5}$/.test(text))
      throw new CliFault('NO_FILE', `There is no file ${text}.`, {
        fix: 'Check its name, and the folder that you are in.',
      });
    const { profile, place } = serverPlaceOf(text);
    const client = await this.work.connect(profile);
    const found = await findBranch(client, place).catch((error: unknown) => {
      throw profile === undefined ? noFileEither(text, error) : error;
    });
    const file = await exportBranch(this.work, client, { place: found, flags: {} });
    return {
      ...(await openSide(await this.download(client, file))),
      name: text,
      warnings: [],
      origins: () => originsOf(client, found.branchId),
    };
  }

  /** What a finished import has applied of its file, under the names that it has given. */
  private async imported(id: string): Promise<Side> {
    const client = await this.work.connect();
    const { task } = await client.ask(ImportedFileDocument, { id });
    if (!task)
      throw new CliFault('NO_TASK', `There is no task ${id}, or you may not see it.`, {
        fix: `\`${commandAt(client, 'tasks')}\` lists them.`,
      });
    const report = task.files.find(({ purpose }) => purpose === 'RESULT');
    if (task.type !== 'EXECUTE_IMPORT' || !report)
      throw new CliFault('NOT_IMPORTED', `The task ${id} is no finished import.`, {
        fix: `\`${commandAt(client, 'tasks --type execute_import')}\` lists them.`,
      });
    const file = task.importPlan?.task.files.find(({ purpose }) => purpose === 'SOURCE');
    if (!file)
      throw new CliFault('NO_FILE', `The file of the import ${id} is gone.`, {
        fix: 'Compare the file itself, or an export.',
      });
    const source = await openConfiguration(await this.download(client, file));
    const outcomes = outcomesOf(await readFile(await this.download(client, report), 'utf8'));
    const renames = new Renames(
      [...outcomes.values()].map(({ kind, name, newName }) => ({ kind, before: name, after: newName })),
    );
    const items = () => appliedItems(source, outcomes, renames);
    const known: Known[] = [];
    for await (const item of items()) keep(known, item);
    return { ...source, name: id, warnings: [], items, known };
  }

  private async download(client: ServerClient, file: DownloadFile): Promise<string> {
    this.count += 1;
    const target = path.join(this.folder, String(this.count), path.basename(file.name));
    await saveDownload(this.work, { client, file, target });
    return target;
  }
}

/** What the resources of a branch were copied from, by their ids. */
async function originsOf(client: ServerClient, branchId: string): Promise<Map<string, SourceId>> {
  const originById = new Map<string, SourceId>();
  for await (const { id, origin } of client.each(ResourceOriginsDocument, { branchId, first: 500 }, listOf)) {
    const source = sourceId(origin?.project?.id, origin?.sourceId);
    if (source) originById.set(id, source);
  }
  return originById;
}

/** What is neither a file nor a project may be meant as either. */
function noFileEither(text: string, error: unknown): unknown {
  if (!(error instanceof CliFault) || error.code !== 'NO_PROJECT') return error;
  return new CliFault('NO_FILE', `There is no file ${text}, and no project of that name.`, {
    ...(error.fix !== undefined && { fix: error.fix }),
  });
}

async function openSide(name: string): Promise<Side> {
  const known: Known[] = [];
  const configuration = await openConfiguration(name, (item) => {
    keep(known, item);
  });
  return { ...configuration, known };
}

function keep(all: Known[], item: FileItem): void {
  const known = knownOf(item);
  if (known) all.push(known);
}

interface ItemOutcome {
  kind: string;
  name: string;
  newName: string;
  outcome: string;
}

/** The lines of the report of an import, by kind and name. */
function outcomesOf(report: string): Map<string, ItemOutcome> {
  const outcomes = new Map<string, ItemOutcome>();
  for (const line of report.split('\n').filter((each) => each.trim() !== '')) {
    const read = JSON.parse(line) as Partial<ItemOutcome>;
    const { kind, name, newName = name, outcome } = read;
    if (kind === undefined || name === undefined || newName === undefined || outcome === undefined)
      throw new WaybillError('NOT_WAYBILL', 'The report of the import cannot be read.');
    outcomes.set(JSON.stringify([kind, name]), { kind, name, newName, outcome });
  }
  return outcomes;
}

async function* appliedItems(
  source: Configuration,
  outcomes: ReadonlyMap<string, ItemOutcome>,
  renames: Renames,
): AsyncGenerator<FileItem> {
  for await (const item of source.items()) {
    const found = outcomes.get(JSON.stringify([item.kind, item.name]));
    if (!found || found.outcome === 'FAILED' || found.outcome === 'SKIPPED') continue;
    yield renamedItem(item, renames);
  }
}
