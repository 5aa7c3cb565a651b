/** projects, branches and resources: what a server has. */
import type { Command } from 'commander';
import { ProjectsDocument, ResourcesDocument } from '../../../client/operations.generated.js';
import { findBranch, findKinds, findProject, listOf, newProject, placeName } from '../places/places.js';
import { runCommand, type Outcome, type Work } from '../run/runCommand.js';
import { collect, oneOf } from '../terminal/options.js';
import { countOf, formatList, formatTime } from '../words/numbers.js';
import { sayTable } from '../words/table.js';

const pageSize = 500;

interface ResourceOptions {
  kind?: string[];
  search?: string;
  mode?: string;
  from?: string;
}

export function addLooking(program: Command): void {
  program
    .command('projects')
    .summary('list the projects')
    .description(
      'Lists the projects that you may see. A project is made in the console, whose first page is at the address of the server.',
    )
    .option('--search <text>', 'only projects with this text in key, name or description')
    .action((options: { search?: string }, command: Command) => runCommand(command, (work) => projects(work, options)));
  program
    .command('branches')
    .summary('list the branches of a project')
    .description('Lists the branches of a project, with what they hold.')
    .argument('<project>', 'key of the project')
    .action((key: string, _options: object, command: Command) => runCommand(command, (work) => branches(work, key)));
  program
    .command('resources')
    .summary('list the resources of a branch')
    .description('Lists the resources of a branch, sorted by name.')
    .argument('<project[/branch]>', 'the branch; the default branch if only a project is named')
    .option('--kind <kind>', 'only this kind, such as SingleView; can be repeated', collect)
    .option('--search <text>', 'only resources with this text in name or title')
    .option('--mode <mode>', 'only editable resources, or only references: editable, reference')
    .option('--from <project>', 'only resources that came from this project')
    .action((place: string, options: ResourceOptions, command: Command) =>
      runCommand(command, (work) => resources(work, place, options)),
    );
}

async function projects({ terminal, connect }: Work, { search }: { search?: string }): Promise<Outcome> {
  const client = await connect();
  const found = [];
  const variables = { first: pageSize, ...(search !== undefined && { filter: { search } }) };
  for await (const project of client.each(ProjectsDocument, variables, (data) => data.projects)) found.push(project);
  sayTable(
    terminal,
    ['PROJECT', 'NAME', 'DEFAULT BRANCH', 'YOUR ROLE'],
    found.map(({ key, name, defaultBranch, myRole }) => [key, name, defaultBranch.name, (myRole ?? '').toLowerCase()]),
  );
  if (found.length === 0) terminal.say(`There is no such project, or you may see none. ${newProject(client)}`);
  return { document: { projects: found } };
}

async function branches({ terminal, connect }: Work, key: string): Promise<Outcome> {
  const project = await findProject(await connect(), key);
  sayTable(
    terminal,
    ['BRANCH', '', 'HOLDS'],
    project.branches.map(({ name, isDefault, kindCounts }) => [
      name,
      isDefault ? 'default' : '',
      formatList(kindCounts.map(({ kind, count }) => countOf(count, kind.title, kind.pluralTitle))),
    ]),
  );
  return { document: { project: project.key, branches: project.branches } };
}

async function resources(work: Work, name: string, options: ResourceOptions): Promise<Outcome> {
  const { terminal, connect } = work;
  const client = await connect();
  const place = await findBranch(client, name);
  const kinds = await findKinds(client, place.project, options.kind ?? []);
  const filter = {
    ...(kinds.length > 0 && { kinds: kinds.map((kind) => kind.name) }),
    ...(options.search !== undefined && { search: options.search }),
    ...(options.mode !== undefined && { mode: oneOf(options.mode, ['EDITABLE', 'REFERENCE'], '--mode') }),
    ...(options.from !== undefined && { originProjectKey: options.from }),
  };
  const found = [];
  const variables = { branchId: place.branchId, filter, first: pageSize };
  for await (const resource of client.each(ResourcesDocument, variables, listOf)) found.push(resource);
  sayTable(
    terminal,
    ['NAME', 'KIND', 'CHANGED', 'FROM'],
    found.map(({ name: own, kind, mode, updatedAt, origin }) => [
      ...[own, kind.title, formatTime(updatedAt)],
      ...[origin?.project ? `${mode === 'REFERENCE' ? 'reference to' : 'copy from'} ${origin.project.key}` : ''],
    ]),
  );
  if (found.length === 0) terminal.say(`${placeName(place)} has no such resource.`);
  return { document: { branch: placeName(place), resources: found } };
}
