/** bindings: what resources of other projects are in a project, as imports remember it. */
import type { Command } from 'commander';
import { resultOf, WaybillError } from '../../../client/index.js';
import {
  BindingsDocument,
  DeleteBindingDocument,
  SetBindingDocument,
  type BindingFragment,
} from '../../../client/operations.generated.js';
import { findKinds, findProject, type Project } from '../places/places.js';
import { commandAt, type ServerClient } from '../profiles/serverClient.js';
import { runCommand, type Outcome, type Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { nearest } from '../words/nearest.js';
import { formatList, formatTime } from '../words/numbers.js';
import { sayTable } from '../words/table.js';

const pageSize = 500;

interface Flags {
  from?: string;
  search?: string;
  set?: string;
  remap?: boolean;
  delete?: string;
}

export function addBindings(program: Command): void {
  program
    .command('bindings')
    .summary('list, set and delete remembered names')
    .description(
      'Lists what resources of other projects are in a project. An import remembers its new names and replacements, and the next plan ' +
        'of a file from the same project proposes them. --set and --delete change that by hand.',
    )
    .argument('<project>', 'key of the project')
    .option('--from <project>', 'only names of this source project; with --set, the project that the name is from')
    .option('--search <text>', 'only bindings with this text in one of their names')
    .option('--set <kind:name=other>', 'import the item under the other name from now on')
    .option('--remap', 'with --set: use the other resource where the file lacks that of the name')
    .option('--delete <[kind:]name>', 'no longer propose it')
    .action((key: string, flags: Flags, command: Command) => runCommand(command, (work) => bindings(work, key, flags)));
}

async function bindings(work: Work, key: string, flags: Flags): Promise<Outcome> {
  if (flags.set !== undefined && flags.delete !== undefined)
    throw CliFault.usage('--set and --delete cannot be given together.', 'Give one of them.');
  if (flags.remap === true && flags.set === undefined)
    throw CliFault.usage('--remap says how --set is meant.', 'Add --set KIND:NAME=OTHER.');
  const client = await work.connect();
  const project = await findProject(client, key);
  if (flags.set !== undefined) return set(work, { client, project }, { ...flags, set: flags.set });
  const found = await list(client, project, flags);
  if (flags.delete !== undefined) return remove(work, client, { found, name: flags.delete });
  sayTable(
    work.terminal,
    ['NAME', 'KIND', 'HERE', 'FROM', 'SINCE'],
    found.map(({ name, kind, toName, type, source, updatedAt }) => [
      ...[name, kind?.title ?? '', type === 'REMAP' ? `${toName}, as a replacement` : toName],
      ...[source.key ?? '', formatTime(updatedAt)],
    ]),
  );
  if (found.length === 0) work.terminal.say(`Nothing is remembered in ${project.key}.`);
  return { document: { project: project.key, bindings: found } };
}

async function list(
  client: ServerClient,
  project: Project,
  { search, from }: Pick<Flags, 'search' | 'from'>,
): Promise<BindingFragment[]> {
  const found: BindingFragment[] = [];
  const variables = { projectId: project.id, first: pageSize, ...(search !== undefined && { filter: { search } }) };
  for await (const binding of client.each(BindingsDocument, variables, (data) => {
    if (data.bindings === null) throw new WaybillError('NOT_FOUND', 'The project does not exist any more.');
    return data.bindings;
  }))
    if (from === undefined || binding.source.key === from) found.push(binding);
  return found;
}

async function set(
  { terminal }: Work,
  { client, project }: { client: ServerClient; project: Project },
  { set: text, from, remap }: Flags & { set: string },
): Promise<Outcome> {
  const [, kindName, name, toName] = /^([^:=]+):([^=]+)=(.+)$/.exec(text) ?? [];
  if (kindName === undefined || name === undefined || toName === undefined)
    throw CliFault.usage(
      `--set cannot be "${text}".`,
      'Write it as in --set Projection:pr_members=pr_library_members.',
    );
  if (from === undefined) throw CliFault.usage('--set needs the project that the name is from.', 'Add --from PROJECT.');
  const [kind] = await findKinds(client, project, [kindName]);
  const type = remap === true ? ('REMAP' as const) : ('RENAME' as const);
  const names = { kind: kind?.name ?? kindName, name, toName };
  const { setBinding } = await client.ask(SetBindingDocument, {
    input: { projectId: project.id, sourceProject: from, type, ...names },
  });
  const binding = resultOf(setBinding.binding, setBinding.problems);
  terminal.say(`From now on, ${name} from ${from} is ${toName} in ${project.key}.`);
  return { document: { binding } };
}

async function remove(
  { terminal }: Work,
  client: ServerClient,
  { found, name: text }: { found: readonly BindingFragment[]; name: string },
): Promise<Outcome> {
  const [binding, ...others] = found.filter((each) => isMeant(each, text));
  if (!binding) {
    const near = nearest(
      text,
      found.map(({ name }) => name),
    );
    const fix =
      near === undefined ? `\`${commandAt(client, 'bindings PROJECT')}\` lists them.` : `Did you mean "${near}"?`;
    throw new CliFault('NO_BINDING', `Nothing is remembered of "${text}".`, { fix });
  }
  if (others.length > 0) {
    const each = [binding, ...others].map(({ kind, source }) => `${kind?.name ?? ''} of ${source.key ?? ''}`);
    throw CliFault.usage(
      `"${text}" may be each of ${formatList(each)}.`,
      'Write the kind before it, as in KIND:NAME, or add --from PROJECT.',
    );
  }
  const { deleteBinding } = await client.ask(DeleteBindingDocument, { input: { id: binding.id } });
  resultOf(deleteBinding.deletedId, deleteBinding.problems);
  terminal.say(`${binding.name} is no longer proposed as ${binding.toName}.`);
  return { document: { deleted: binding } };
}

/** `NAME`, or `KIND:NAME` with the kind as people write it. */
function isMeant({ name, kind }: BindingFragment, text: string): boolean {
  if (name === text) return true;
  const titles = kind ? [kind.name, kind.name.split('/').at(-1) ?? '', kind.title] : [];
  return titles.some((title) => `${title}:${name}`.toLowerCase() === text.toLowerCase());
}
