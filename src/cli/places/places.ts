/** Projects, branches, kinds and resources as a person names them. */
import { WaybillError } from '../../../client/index.js';
import {
  KindsDocument,
  ProjectDocument,
  ProjectsDocument,
  ResourcesDocument,
  type KindsQuery,
  type ProjectQuery,
  type ResourceLineFragment,
} from '../../../client/operations.generated.js';
import { commandAt, consoleAddress, type ServerClient } from '../profiles/serverClient.js';
import { CliFault } from '../terminal/cliFault.js';
import { formatList } from '../words/numbers.js';
import { nearest } from '../words/nearest.js';

export type Project = NonNullable<ProjectQuery['project']>;
/** A branch, with the profile of its server: `PROFILE:PROJECT/BRANCH`, or without a profile that of the command. */
export interface ServerPlace {
  profile: string | undefined;
  place: string;
}

export type Kind = NonNullable<KindsQuery['kinds']>[number];

/** A branch of a server. */
export interface BranchPlace {
  branchId: string;
  branchName: string;
  project: Project;
}

const pageSize = 500;

/** `city-library/main` of a branch. */
export function placeName({ project, branchName }: BranchPlace): string {
  return `${project.key}/${branchName}`;
}

/** @throws CliFault that names the nearest key */
export async function findProject(client: ServerClient, key: string): Promise<Project> {
  const { project } = await client.ask(ProjectDocument, { key });
  if (project) return project;
  const keys: string[] = [];
  for await (const node of client.each(ProjectsDocument, { first: pageSize }, ({ projects }) => projects))
    keys.push(node.key);
  throw new CliFault('NO_PROJECT', `There is no project "${key}", or you may not see it.`, {
    fix: `${fixOf(key, keys, commandAt(client, 'projects'))} ${newProject(client)}`,
  });
}

/** Where a project is made. */
export function newProject(client: ServerClient): string {
  return `A project is made in the console: ${consoleAddress(client)}/`;
}

/** Finds `PROJECT` (its default branch) or `PROJECT/BRANCH`. A branch may have slashes in its name, a project none. */
export async function findBranch(client: ServerClient, place: string): Promise<BranchPlace> {
  const [key = '', ...rest] = place.split('/');
  const project = await findProject(client, key);
  const name = rest.join('/');
  if (name === '') return { project, branchId: project.defaultBranch.id, branchName: project.defaultBranch.name };
  const branch = project.branches.find((each) => each.name === name);
  if (branch) return { project, branchId: branch.id, branchName: branch.name };
  const names = project.branches.map((each) => each.name);
  throw new CliFault('NO_BRANCH', `The project "${key}" has no branch "${name}".`, {
    fix: fixOf(name, names, commandAt(client, `branches ${key}`)),
  });
}

function fixOf(given: string, names: readonly string[], command: string): string {
  const near = nearest(given, names);
  return near === undefined ? `\`${command}\` lists them.` : `Did you mean "${near}"? \`${command}\` lists them all.`;
}

/** The kinds that names mean: whole (`fast-data/SingleView`), without the product (`SingleView`), or a title (`single view`). */
export async function findKinds(
  client: ServerClient,
  project: Pick<Project, 'id'>,
  names: readonly string[],
): Promise<Kind[]> {
  if (names.length === 0) return [];
  const { kinds } = await client.ask(KindsDocument, { projectId: project.id });
  return names.map((name) => kindNamed(kinds ?? [], name));
}

/** @throws CliFault if no kind, or more than one, has the name */
export function kindNamed(kinds: readonly Kind[], name: string): Kind {
  const wanted = name.toLowerCase();
  const shortOf = (kind: Kind) => kind.name.split('/').at(-1) ?? '';
  const found = kinds.filter((kind) =>
    [kind.name, shortOf(kind), kind.title, kind.pluralTitle].some((each) => each.toLowerCase() === wanted),
  );
  const [kind, ...others] = found.some((each) => each.name === name)
    ? found.filter((each) => each.name === name)
    : found;
  if (kind && others.length === 0) return kind;
  if (kind) {
    throw CliFault.usage(
      `"${name}" may be each of ${formatList(found.map((each) => each.name))}.`,
      'Write the whole name of the kind.',
    );
  }
  const near = nearest(
    name,
    kinds.flatMap((each) => [each.name, shortOf(each)]),
  );
  const all = formatList(kinds.map(shortOf));
  throw CliFault.usage(
    `There is no kind "${name}".`,
    `${near === undefined ? '' : `Did you mean "${near}"? `}The kinds are ${all}.`,
  );
}

/** The resources of a branch with exactly one of these names, each of one of these kinds if any are given. */
export async function findResources(
  client: ServerClient,
  place: BranchPlace,
  { names, kinds }: { names: readonly string[]; kinds: readonly Kind[] },
): Promise<ResourceLineFragment[]> {
  const found: ResourceLineFragment[] = [];
  for (const name of names) {
    const filter = { search: name, ...(kinds.length > 0 && { kinds: kinds.map((kind) => kind.name) }) };
    const near: string[] = [];
    const before = found.length;
    const list = client.each(ResourcesDocument, { branchId: place.branchId, filter, first: pageSize }, listOf);
    for await (const resource of list) {
      if (resource.name === name) found.push(resource);
      else near.push(resource.name);
    }
    if (found.length === before) throw noResource(client, place, { name, near: nearest(name, near) ?? near[0] });
  }
  return found;
}

/** One resource. @throws CliFault if there is none, or resources of several kinds have the name */
export async function findResource(
  client: ServerClient,
  place: BranchPlace,
  { name, kinds }: { name: string; kinds: readonly Kind[] },
): Promise<ResourceLineFragment> {
  const found = await findResources(client, place, { names: [name], kinds });
  const [resource, ...others] = found;
  if (!resource) throw noResource(client, place, { name });
  if (others.length === 0) return resource;
  throw CliFault.usage(
    `${placeName(place)} has "${name}" as ${formatList(found.map(({ kind }) => kind.title))}.`,
    `Add --kind, such as --kind ${resource.kind.name}.`,
  );
}

function noResource(
  client: ServerClient,
  place: BranchPlace,
  { name, near }: { name: string; near?: string | undefined },
): CliFault {
  const list = `\`${commandAt(client, `resources ${placeName(place)}`)}\` lists them.`;
  return new CliFault('NO_RESOURCE', `${placeName(place)} has no resource "${name}", or you may not see it.`, {
    fix: near === undefined ? list : `Did you mean "${near}"? ${list}`,
  });
}

/** The list of a branch; a branch that was deleted meanwhile has none. */
export function listOf<List>({ resources }: { resources: List | null }): List {
  if (resources === null) throw new WaybillError('NOT_FOUND', 'The branch does not exist any more.');
  return resources;
}

export function serverPlaceOf(text: string): ServerPlace {
  const at = text.indexOf(':');
  return at < 0 ? { profile: undefined, place: text } : { profile: text.slice(0, at), place: text.slice(at + 1) };
}
