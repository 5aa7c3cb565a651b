/** bundle: between a bundle and a folder, without a server. */
import type { Command } from 'commander';
import path from 'node:path';
import { runCommand, type Outcome, type Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { exitCodes } from '../terminal/exitCodes.js';
import { countOf, formatSize } from '../words/numbers.js';

/** The format that the ending of a file asks for. */
const formatByEnding: Readonly<Record<string, 'JSON' | 'JSONL' | 'ZIP'>> = { '.jsonl': 'JSONL', '.zip': 'ZIP' };

export function addBundle(program: Command): void {
  const bundle = program
    .command('bundle')
    .summary('turn a bundle into a folder and back, without a server')
    .description(
      'Works on files of this machine, without a server: a folder has one file for each resource, which people edit and Git merges; a bundle is one file.',
    )
    .usage('COMMAND')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false);
  bundle
    .command('pack')
    .description('Writes the resources of a folder to a bundle, with its count and digests.')
    .argument('<folder>', 'the folder')
    .requiredOption('-o, --output <file>', 'the bundle; its ending chooses the format: .json, .jsonl or .zip')
    .action((folder: string, { output }: { output: string }, command: Command) =>
      runCommand(command, (work) => pack(work, folder, output)),
    );
  bundle
    .command('unpack')
    .description(
      'Writes the resources of a file to a folder, one file for each. The file is a bundle, or any other file that can be imported.',
    )
    .argument('<file>', 'the file')
    .requiredOption('-o, --output <folder>', 'the folder; what an earlier export wrote there and is gone is removed')
    .action((file: string, { output }: { output: string }, command: Command) =>
      runCommand(command, (work) => unpack(work, file, output)),
    );
  bundle
    .command('check')
    .description(
      'Says what is wrong with a folder or a file: conflicts that Git left, resources that are there twice or in a file of another name, ' +
        'specs that their kind does not allow, and dependencies that are missing. With exit code 1, it has faults.',
    )
    .argument('<folder|file>', 'the folder or file')
    .option('--partial', 'what it needs may be elsewhere: say nothing of missing dependencies')
    .action((place: string, options: { partial?: boolean }, command: Command) =>
      runCommand(command, (work) => check(work, place, options)),
    );
}

async function pack({ terminal, signal }: Work, folder: string, target: string): Promise<Outcome> {
  const { openConfiguration } = await import('../folders/configuration.js');
  const { writeConfiguration } = await import('../folders/packFolder.js');
  const configuration = await openConfiguration(folder);
  if (!configuration.isFolder)
    throw CliFault.usage(`${folder} is a file.`, '`waybill bundle unpack` turns a file into a folder.');
  for (const { file, problem } of configuration.warnings) terminal.warn(`${file}: ${problem.message}`, problem.fix);
  if (configuration.count === 0)
    throw new CliFault('NOTHING_TO_IMPORT', `${folder} contains no resources.`, {
      fix: 'Export something to it first.',
    });
  const format = formatByEnding[path.extname(target).toLowerCase()] ?? 'JSON';
  const { count, sizeBytes, sha256, digest } = await writeConfiguration(configuration, { target, format, signal });
  terminal.say(`Written to ${target}: ${countOf(count, 'resource')}, ${formatSize(sizeBytes)}, sha256 ${sha256}`);
  return { document: { path: target, format, count, sizeBytes, sha256, digest } };
}

async function unpack(work: Work, file: string, folder: string): Promise<Outcome> {
  const { openConfiguration } = await import('../folders/configuration.js');
  const { fillFolder, sayWritten } = await import('../folders/fillFolder.js');
  const configuration = await openConfiguration(file);
  for (const { problem } of configuration.warnings) work.terminal.warn(`${file}: ${problem.message}`, problem.fix);
  const written = await fillFolder(work, configuration, folder);
  sayWritten(work.terminal, folder, written);
  return { document: { path: folder, ...written } };
}

async function check({ terminal }: Work, place: string, { partial = false }: { partial?: boolean }): Promise<Outcome> {
  const { checkConfiguration } = await import('../folders/checkConfiguration.js');
  const { faults, count } = await checkConfiguration(place, { isPartial: partial });
  for (const { file, problem } of faults) {
    const at = problem.line === undefined ? file : `${file}:${String(problem.line)}`;
    const isError = problem.severity === 'ERROR';
    terminal.say(
      `${at}: ${terminal.paint(isError ? 'fault' : 'warning', isError ? 'bad' : 'warning')}: ${problem.message}`,
    );
    if (problem.fix !== undefined) terminal.say(`  ${terminal.paint('Fix:', 'strong')} ${problem.fix}`);
  }
  const errorCount = faults.filter(({ problem }) => problem.severity === 'ERROR').length;
  terminal.say(
    `${countOf(count, 'resource')}, ${errorCount === 0 ? 'no faults' : countOf(errorCount, 'fault')}` +
      `${faults.length > errorCount ? `, ${countOf(faults.length - errorCount, 'warning')}` : ''}.`,
  );
  return {
    document: { count, faults: faults.map(({ file, problem }) => ({ file, ...problem })) },
    exitCode: errorCount === 0 ? exitCodes.done : exitCodes.fault,
  };
}
