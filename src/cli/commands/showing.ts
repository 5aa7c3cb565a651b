/** show and deps: one resource, and what it hangs together with. */
import type { Command } from 'commander';
import { WaybillError } from '../../../client/index.js';
import {
  DependencyGraphDocument,
  ResourceDocument,
  type DependencyGraphQuery,
  type GraphDirection,
} from '../../../client/operations.generated.js';
import { findBranch, findKinds, findResource, placeName } from '../places/places.js';
import { runCommand, type Outcome, type Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { collect, wholeNumberOf } from '../terminal/options.js';
import { countOf, formatTime } from '../words/numbers.js';
import { alignRows, printable, sayTable } from '../words/table.js';
import { pathBetween, treeOf, type Graph } from '../places/graph.js';
import type { ServerClient } from '../profiles/serverClient.js';

/** So many resources are asked for. */
const maxNodes = 10_000;

interface NameOptions {
  kind?: string[];
}

interface DepsOptions extends NameOptions {
  reverse?: boolean;
  depth?: number;
  why?: string;
  dot?: boolean;
}

const branchArgument = 'the branch; the default branch if only a project is named';

export function addShowing(program: Command): void {
  program
    .command('show')
    .summary('print one resource')
    .description('Prints a resource: where it came from, and its spec.')
    .argument('<project[/branch]>', branchArgument)
    .argument('<name>', 'name of the resource')
    .option('--kind <kind>', 'its kind, if several resources have the name', collect)
    .action((...[place, name, options, command]: [string, string, NameOptions, Command]) =>
      runCommand(command, (work) => show(work, { place, name }, options)),
    );
  program
    .command('deps')
    .summary('show what a resource needs, or what needs it')
    .description('Shows everything that a resource needs, at any depth, nearest first.')
    .argument('<project[/branch]>', branchArgument)
    .argument('<name>', 'name of the resource')
    .option('--kind <kind>', 'its kind, if several resources have the name', collect)
    .option('--reverse', 'what needs the resource instead')
    .option('--depth <steps>', 'only so many steps', wholeNumberOf('--depth'))
    .option('--why <other>', 'only the shortest way to this resource, with the places that lead to it')
    .option('--dot', 'print a graph for Graphviz')
    .action((...[place, name, options, command]: [string, string, DepsOptions, Command]) =>
      runCommand(command, (work) => deps(work, { place, name }, options)),
    );
}

interface Named {
  place: string;
  name: string;
}

async function show({ terminal, connect }: Work, named: Named, options: NameOptions): Promise<Outcome> {
  const client = await connect();
  const place = await findBranch(client, named.place);
  const kinds = await findKinds(client, place.project, options.kind ?? []);
  const { id } = await findResource(client, place, { name: named.name, kinds });
  const { resource } = await client.ask(ResourceDocument, { id });
  if (!resource) throw new WaybillError('NOT_FOUND', 'The resource was deleted meanwhile.');
  const { name, title, kind, mode, revision, updatedAt, parent, origin, digest, spec } = resource;
  const from = origin?.project ? `${origin.project.key}/${origin.branch ?? ''}, as ${origin.sourceName}` : '';
  const facts: [string, string][] = [
    ['kind', `${kind.title} (${kind.name})`],
    ['title', title ?? ''],
    ['in', parent?.name ?? ''],
    ['is', mode === 'REFERENCE' ? 'a read-only reference' : 'editable'],
    ['from', from],
    ['revision', `${String(revision)}, changed ${formatTime(updatedAt)}`],
    ['digest', digest],
  ];
  terminal.say(terminal.paint(printable(`${placeName(place)} ${name}`), 'strong'));
  for (const line of alignRows(facts.filter(([, value]) => value !== ''))) terminal.say(line);
  terminal.say(JSON.stringify(spec, null, 2));
  return { document: { branch: placeName(place), resource } };
}

async function deps({ terminal, connect }: Work, named: Named, options: DepsOptions): Promise<Outcome> {
  const client = await connect();
  const place = await findBranch(client, named.place);
  const kinds = await findKinds(client, place.project, options.kind ?? []);
  const root = await findResource(client, place, { name: named.name, kinds });
  const direction: GraphDirection = options.reverse === true ? 'DEPENDENTS' : 'DEPENDENCIES';
  const graph = await readGraph(client, { branchId: place.branchId, rootId: root.id, direction, depth: options.depth });
  if (graph.isTruncated)
    terminal.warn(
      `Only the nearest ${countOf(graph.nodes.length, 'resource')} of ${countOf(graph.nodeCount, 'resource')} are shown.`,
    );
  if (options.why !== undefined) return why(terminal, graph, { root, other: options.why, direction });
  if (options.dot === true) {
    terminal.say(dotOf(graph));
    return { document: { root, graph } };
  }
  const tree = treeOf(graph, { rootId: root.id, direction });
  const word = direction === 'DEPENDENCIES' ? 'needs' : 'is needed by';
  terminal.say(terminal.paint(`${root.name} ${word} ${countOf(tree.length, 'resource')}`, 'strong'));
  sayTable(
    terminal,
    ['NAME', 'KIND', 'STEPS', direction === 'DEPENDENCIES' ? 'NEEDED BY' : 'NEEDS'],
    tree.map(({ node, steps, via }) => [node.name, node.kind.title, String(steps), via.name]),
  );
  if (graph.unresolved.length > 0) terminal.say('\nNot on this branch:');
  for (const { targetName, source, at } of graph.unresolved)
    terminal.say(printable(`  ${targetName}, which ${source.name} names at ${at}`));
  return { document: { root, graph } };
}

async function readGraph(
  client: ServerClient,
  {
    branchId,
    rootId,
    direction,
    depth,
  }: { branchId: string; rootId: string; direction: GraphDirection; depth: number | undefined },
): Promise<Graph> {
  const variables = { branchId, rootIds: [rootId], direction, maxNodes, ...(depth !== undefined && { depth }) };
  const { dependencyGraph }: DependencyGraphQuery = await client.ask(DependencyGraphDocument, variables);
  if (!dependencyGraph) throw new WaybillError('NOT_FOUND', 'The branch does not exist any more.');
  return dependencyGraph;
}

function why(
  terminal: Work['terminal'],
  graph: Graph,
  { root, other, direction }: { root: { id: string; name: string }; other: string; direction: GraphDirection },
): Outcome {
  const path = pathBetween(graph, { rootId: root.id, name: other, direction });
  if (!path) {
    const word = direction === 'DEPENDENCIES' ? 'does not need' : 'is not needed by';
    throw new CliFault('NO_PATH', `${root.name} ${word} "${other}".`, {
      fix:
        direction === 'DEPENDENCIES'
          ? 'With --reverse, the other way is searched.'
          : 'Without --reverse, the other way is searched.',
    });
  }
  const steps = path.map(({ from, to, at }) => ({ from: from.name, at, to: to.name, kind: to.kind.name }));
  for (const { from, at, to } of steps) terminal.say(printable(`${from} needs ${to}, at ${at}`));
  return { document: { path: steps } };
}

/** For `dot`: https://graphviz.org/doc/info/lang.html */
function dotOf({ nodes, edges }: Graph): string {
  const quoted = (text: string) => `"${printable(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return [
    'digraph waybill {',
    ...nodes.map(({ id, name, kind }) => `  ${quoted(id)} [label=${quoted(`${name} (${kind.title})`)}];`),
    ...[...new Set(edges.map(({ sourceId, targetId }) => `  ${quoted(sourceId)} -> ${quoted(targetId)};`))],
    '}',
  ].join('\n');
}
