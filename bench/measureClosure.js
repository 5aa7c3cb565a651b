/** The closure of a resource through the API, against one recursive statement on the same database. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fiveReferences, nameAt, writeBenchBundle } from './benchRecords.js';
import { makeDatabase } from './benchDatabase.js';
import { ServerProcess } from './serverProcess.js';
import { openSqlite } from './sqliteDriver.js';
import { timed } from './statistics.js';
import { createProject, importFile } from './transfers.js';

const graphQuery = `query ($branchId: ID!, $rootIds: [ID!]!) {
  dependencyGraph(branchId: $branchId, rootIds: $rootIds, direction: DEPENDENCIES) { nodeCount nodes { id } } }`;

const recursiveSql = `WITH RECURSIVE reached (id, content_id) AS (
    SELECT id, content_id FROM resource WHERE id = :rootId
    UNION
    SELECT t.id, t.content_id FROM reached s
      JOIN edge e ON e.content_id = s.content_id
      JOIN edge_type y ON y.id = e.type_id
      JOIN resource t ON t.branch_id = :branchId AND lower(t.name) = lower(e.target_name)
        AND t.namespace = y.target_namespace AND t.name = e.target_name)
  SELECT id FROM reached`;

/** `count` nodes and five times as many edges, all reached from the first node. */
export async function measureClosure({ dir, count, runs, database: kind }, measurements) {
  await mkdir(dir, { recursive: true });
  const file = path.join(dir, 'graph.jsonl');
  await writeBenchBundle(file, { count, namesOf: fiveReferences });
  const database = await makeDatabase(kind);
  const server = await ServerProcess.start(path.join(dir, 'server'), { databaseUrl: database.url });
  try {
    const branchId = await createProject(server.api, 'graph');
    await importFile(server.api, file, { branchId, expected: { createdCount: count } });
    const rootId = await idOf(server.api, branchId, nameAt(0));
    await measureApi(server.api, { branchId, rootId, count, runs }, measurements);
    // The statement is timed on the server's own file.
    if (kind === 'sqlite') measureSql(server.databasePath, { branchId, rootId, count, runs }, measurements);
  } finally {
    await server.stop();
    await database.drop();
    await rm(dir, { recursive: true });
  }
}

/** The id of the resource of that name. */
export async function idOf(api, branchId, name) {
  const { resources } = await api.ask(
    `query ($branchId: ID!, $filter: ResourceFilter) {
       resources(branchId: $branchId, filter: $filter, first: 1) { edges { node { id name } } } }`,
    { branchId, filter: { search: name } },
  );
  const [edge] = resources.edges;
  if (edge?.node.name !== name) throw new Error(`There is no resource ${name}.`);
  return edge.node.id;
}

async function measureApi(api, { branchId, rootId, count, runs }, measurements) {
  // The thread that walks graphs starts with the first call.
  await api.ask(graphQuery, { branchId, rootIds: [rootId] });
  for (let run = 0; run < runs; run += 1) {
    const { ms, result } = await timed(() => api.ask(graphQuery, { branchId, rootIds: [rootId] }));
    const { nodeCount } = result.dependencyGraph;
    if (nodeCount !== count) throw new Error(`The closure should have ${count} nodes, and has ${nodeCount}.`);
    measurements.add('closure', ms);
  }
}

function measureSql(databasePath, { branchId, rootId, count, runs }, measurements) {
  const database = openSqlite(databasePath, { readonly: true });
  const statement = database.prepare(recursiveSql).pluck();
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    const { length } = statement.all({ branchId, rootId });
    measurements.add('raw closure', performance.now() - start);
    if (length !== count) throw new Error(`The statement should have found ${count} nodes, and found ${length}.`);
  }
  database.close();
}
