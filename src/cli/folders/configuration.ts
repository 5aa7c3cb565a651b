/**
 * Resources in a file or a folder, read without a server. It is read as the server reads it: a folder as one of Waybill, a file in any format
 * that the server knows.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { WaybillError, type ClientProblem } from '../../../client/index.js';
import {
  detectFormat,
  diskFile,
  formatReaders,
  openDiskFolder,
  readFolder,
  type BundleSource,
  type FileItem,
} from '../../features/formats/index.js';
import type { Problem } from '../../shared/problem.js';
import { fileFault } from '../terminal/fileFault.js';
import { withoutServer } from '../words/optionWords.js';

/** A fault, with the file that it is in. */
export interface FileFault {
  /** As the user names it. */
  file: string;
  problem: Problem;
}

type Found =
  | { type: 'source'; source: BundleSource }
  /** `file`: where the resource is written. */
  | { type: 'item'; item: FileItem; file: string }
  | { type: 'fault'; fault: FileFault };

/** What a file or a folder contains, as often as it is asked for. */
export interface Configuration {
  /** As the user named it. */
  name: string;
  isFolder: boolean;
  source: BundleSource;
  count: number;
  warnings: readonly FileFault[];
  items: () => AsyncGenerator<FileItem>;
}

const nowhere: BundleSource = { instance: null, project: null, branch: null, exportedAt: null, exportedBy: null };

/** Everything in a file or a folder, faults included. Throws CliFault if it is not there. */
export async function* findAll(name: string): AsyncGenerator<Found> {
  try {
    const found = await stat(name);
    if (found.isDirectory()) yield* inFolder(name);
    else yield* inFile(name, found.size);
  } catch (error) {
    const { path: file } = error as NodeJS.ErrnoException;
    throw fileFault(error, file ?? name);
  }
}

async function* inFolder(folder: string): AsyncGenerator<Found> {
  for await (const event of readFolder(await openDiskFolder(folder))) {
    if (event.type === 'source') yield event;
    else {
      const file = path.join(folder, event.path);
      if (event.type === 'fault') yield faultIn(file, event.problem);
      else {
        for (const problem of event.item.problems) yield faultIn(file, problem);
        yield { type: 'item', item: event.item, file };
      }
    }
  }
}

async function* inFile(name: string, sizeBytes: number): AsyncGenerator<Found> {
  const detected = await detectFormat({ ...diskFile(name), sizeBytes }, formatReaders);
  if ('problem' in detected) {
    yield faultIn(name, detected.problem);
    return;
  }
  for await (const events of detected.reader.read({ ...diskFile(name), fileName: path.basename(name), sizeBytes }))
    for (const event of events) {
      if (event.type === 'source') yield event;
      else if (event.type === 'problem') yield faultIn(name, event.problem);
      else if (event.type === 'item') {
        for (const problem of event.item.problems) yield faultIn(name, { ...problem, line: event.item.line });
        if (event.item.isPartial) yield faultIn(name, partialItem(event.item));
        yield { type: 'item', item: event.item, file: name };
      }
    }
}

function faultIn(file: string, problem: Problem): Found {
  const { fix } = problem;
  const told = fix === undefined ? problem : { ...problem, fix: withoutServer(fix) };
  return { type: 'fault', fault: { file, problem: told } };
}

function partialItem({ kind, name, line }: FileItem): Problem {
  return {
    ...{ code: 'ITEM_MALFORMED', severity: 'ERROR', path: [], kind, name, line },
    message: `The file has only a part of the ${kind} "${name}".`,
    fix: 'Import it, and export the whole resource.',
  };
}

/**
 * Reads all of it once, and shows each item to `visit`.
 * @throws WaybillError with every fault if there is an error among them
 */
export async function openConfiguration(name: string, visit?: (item: FileItem) => void): Promise<Configuration> {
  const faults: FileFault[] = [];
  let source = nowhere;
  let count = 0;
  for await (const found of findAll(name)) {
    if (found.type === 'source') source = found.source;
    else if (found.type === 'fault') faults.push(found.fault);
    else {
      count += 1;
      visit?.(found.item);
    }
  }
  refuse(faults);
  const isFolder = (await stat(name)).isDirectory();
  return { name, isFolder, source, count, warnings: faults, items: () => itemsOf(name) };
}

/** @throws WaybillError if a file was changed meanwhile, and is faulty now */
async function* itemsOf(name: string): AsyncGenerator<FileItem> {
  for await (const found of findAll(name)) {
    if (found.type === 'item') yield found.item;
    else if (found.type === 'fault') refuse([found.fault]);
  }
}

function refuse(faults: readonly FileFault[]): void {
  if (faults.some(({ problem }) => problem.severity === 'ERROR'))
    throw WaybillError.ofProblems(faults.map(clientProblem));
}

/** A fault as the server would tell it, with its place before the sentence. */
export function clientProblem({ file, problem }: FileFault): ClientProblem {
  const { code, severity, message, path: place, fix = null, line } = problem;
  const at = line === undefined ? file : `${file}:${String(line)}`;
  return { code, severity, message: `${at}: ${message}`, path: place, fix };
}
