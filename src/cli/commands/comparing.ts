/** diff and drift: what differs between files, folders, branches and imports. */
import type { Command } from 'commander';
import type { Comparison } from '../folders/compare.js';
import type { Configuration } from '../folders/configuration.js';
import type { Drift } from '../folders/drift.js';
import { serverPlaceOf } from '../places/places.js';
import { runCommand, type Outcome, type Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { exitCodes } from '../terminal/exitCodes.js';
import { oneOf } from '../terminal/options.js';
import { code } from '../words/markdown.js';
import { countOf, formatTime } from '../words/numbers.js';

interface Flags {
  format?: string;
  detailedExitcode?: boolean;
}

const side = 'a file, a folder, [profile:]project[/branch], or the id of a finished import';

export function addComparing(program: Command): void {
  withFormat(
    program
      .command('diff')
      .summary('show what differs between two files, folders, branches or imports')
      .description(
        'Compares resource by resource and field by field. A renamed resource is one change, and what refers to it by its new name has not changed. ' +
          'What takes something away or makes it stricter is marked as breaking.',
      )
      .argument('<a>', side)
      .argument('<b>', side),
  ).action((...[a, b, flags, command]: [string, string, Flags, Command]) =>
    runCommand(command, (work) => diff(work, { a, b }, flags)),
  );
  withFormat(
    program
      .command('drift')
      .summary('show what was changed on a branch since a folder was exported or imported')
      .description(
        'Compares a folder with a branch, and says for each difference whether the branch has moved on since the folder was last exported or imported, ' +
          'by whom and when, or whether the folder has a change that was not imported yet.',
      )
      .argument('<folder>', 'the folder, or a file')
      .requiredOption('--against <[profile:]project[/branch]>', 'the branch'),
  ).action((folder: string, flags: Flags & { against: string }, command: Command) =>
    runCommand(command, (work) => drift(work, folder, flags)),
  );
}

function withFormat(command: Command): Command {
  return command
    .option('--format <format>', 'text, markdown (a comment for a pull request) or json; text if absent')
    .option('--detailed-exitcode', 'exit with 2 if there is a difference');
}

function checkFormat({ format }: Flags): void {
  if (format !== undefined) oneOf(format, ['TEXT', 'MARKDOWN', 'JSON'], '--format');
}

async function diff(work: Work, { a, b }: { a: string; b: string }, flags: Flags): Promise<Outcome> {
  checkFormat(flags);
  const { withSides } = await import('../folders/sides.js');
  const { compare } = await import('../folders/compare.js');
  const { comparisonMarkdown, sayComparison } = await import('../folders/comparisonText.js');
  const { terminal } = work;
  const compared = await withSides(work, async (open) => compare(await open(a), await open(b)));
  terminal.say(terminal.paint(`${a} → ${b}`, 'strong'));
  sayComparison(terminal, compared);
  if (terminal.output === 'MARKDOWN') terminal.print(comparisonMarkdown(`${code(a)} → ${code(b)}`, compared));
  return { document: documentOf(compared), exitCode: exitCodeOf(compared.changes.length, flags) };
}

function exitCodeOf(changeCount: number, { detailedExitcode = false }: Flags): number {
  return detailedExitcode && changeCount > 0 ? exitCodes.changes : exitCodes.done;
}

/** Without what only this program compares by. */
function documentOf({ changes, unchangedCount }: Comparison): object {
  return {
    changes: changes.map(({ before, after, ...change }) => ({
      ...change,
      ids: [before?.id ?? null, after?.id ?? null],
    })),
    unchangedCount,
  };
}

async function drift(work: Work, folder: string, flags: Flags & { against: string }): Promise<Outcome> {
  checkFormat(flags);
  const { withSides } = await import('../folders/sides.js');
  const { compare } = await import('../folders/compare.js');
  const { findDrift } = await import('../folders/drift.js');
  const client = await work.connect(serverPlaceOf(flags.against).profile);
  const { drifts, unchangedCount } = await withSides(work, async (open) => {
    const sides = { folder: await open(folder), branch: await open(flags.against) };
    refuseSame(sides.folder);
    return findDrift(client, sides, await compare(sides.folder, sides.branch));
  });
  const byBranch = drifts.filter(({ mover }) => mover !== 'FOLDER');
  await sayDrift(work, { folder, against: flags.against }, { drifts, unchangedCount });
  return { document: documentOf({ changes: drifts, unchangedCount }), exitCode: exitCodeOf(byBranch.length, flags) };
}

function refuseSame({ count, name }: Configuration): void {
  if (count === 0)
    throw new CliFault('NOTHING_TO_IMPORT', `${name} contains no resources.`, { fix: 'Export something to it first.' });
}

async function sayDrift(
  { terminal }: Work,
  { folder, against }: { folder: string; against: string },
  { drifts, unchangedCount }: { drifts: Drift[]; unchangedCount: number },
): Promise<void> {
  const { comparisonMarkdown, sayChanges } = await import('../folders/comparisonText.js');
  const { turned } = await import('../folders/drift.js');
  const of = (wanted: Drift['mover']) => drifts.filter(({ mover }) => mover === wanted);
  const unknown = of('UNKNOWN');
  const onBranch = unknown.filter(({ after }) => after !== null);
  const groups = [
    { title: `Changed on ${against}`, found: of('BRANCH') },
    { title: `Only on ${against}: new there, or deleted in ${folder}`, found: onBranch },
    { title: `Changed in ${folder}, and not imported yet`, found: of('FOLDER').map(turned) },
    {
      title: `Only in ${folder}: new there, or deleted on ${against}`,
      found: unknown.filter(({ after }) => after === null),
    },
  ];
  for (const { title, found } of groups.filter(({ found }) => found.length > 0)) {
    terminal.say(`${title}:`);
    sayChanges(terminal, found, (change) => whoOf(change as Drift));
    terminal.say();
  }
  const count = of('BRANCH').length + onBranch.length;
  terminal.say(
    `${count === 0 ? 'No drift' : countOf(count, 'resource')}${count === 0 ? '' : ' drifted'}, ${countOf(unchangedCount, 'resource')} as in ${folder}.`,
  );
  if (terminal.output === 'MARKDOWN')
    terminal.print(
      groups
        .filter(({ found }) => found.length > 0)
        .map(({ title, found }) => comparisonMarkdown(title, { changes: found, unchangedCount }))
        .join('\n\n') || `No drift between ${code(folder)} and ${code(against)}.`,
    );
}

function whoOf({ mover, changedBy, changedAt }: Drift): string {
  if (mover === 'FOLDER' || changedAt === null) return '';
  return `${changedBy === null ? '' : `by ${changedBy}, `}${formatTime(changedAt)}`;
}
