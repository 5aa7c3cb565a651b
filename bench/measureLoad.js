/**
 * Requests of several connections at once, against a branch that holds much: how many a second, and how long each takes; and what a
 * light query takes while a heavy one is at work. Asked from a process of its own: its event loop is not the server's.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ApiClient } from './apiClient.js';
import { castFunctions, projectionsThatLack, writeBenchBundle, writeBundle } from './benchRecords.js';
import { makeDatabase } from './benchDatabase.js';
import { idOf } from './measureClosure.js';
import { ServerProcess } from './serverProcess.js';
import { createProject, importFile, stageFile } from './transfers.js';

export const connectionCounts = [1, 16, 64];
const blockedCount = 100;
const measuredMs = 3000;
const warmUpMs = 500;

const list = {
  name: 'list of 50, with its total',
  query: `query ($branchId: ID!) { resources(branchId: $branchId, first: 50) {
    totalCount edges { node { id name title mode revision kind { name } } } pageInfo { hasNextPage endCursor } } }`,
};
const planPage = {
  name: `page of ${blockedCount} blocked items, with problems`,
  query: `query ($planId: ID!) { importPlan(id: $planId) { items(first: ${blockedCount}, filter: { actions: [BLOCKED] }) {
    totalCount edges { node { id name action problems { code message fix } } } } } }`,
};
const dependencies = {
  name: 'dependencies of one, a page',
  query: `query ($id: ID!) { resource(id: $id) { name
    dependencies(first: 50) { nodes { at targetName target { id name } } } } }`,
};

const heavy = [
  {
    name: 'exportPreview of all',
    query: `query ($branchId: ID!) { exportPreview(input: { selection: { branchId: $branchId, all: true } }) { sizeBytes byKind { count } } }`,
  },
  {
    name: 'dependencyGraph of all that is reached',
    query: `query ($branchId: ID!, $id: ID!) { dependencyGraph(branchId: $branchId, rootIds: [$id], direction: DEPENDENCIES) {
      nodes { id } } }`,
  },
  { name: 'verifyDatabase', query: '{ verifyDatabase { isSound } }' },
];

/** Adds a row of figures for each query and number of connections, and one for each heavy query and light one. */
export async function measureLoad({ dir, count, database: kind }) {
  await mkdir(dir, { recursive: true });
  const database = await makeDatabase(kind);
  const server = await ServerProcess.start(path.join(dir, 'server'), { databaseUrl: database.url });
  try {
    const variables = await fill(server.api, dir, count);
    const rows = [];
    for (const { name, query } of [list, planPage, dependencies]) {
      for (const connections of connectionCounts) {
        rows.push({ name, connections, ...(await load(server.url, { query, variables, connections })) });
      }
    }
    const beside = [];
    for (const { name, query } of heavy) {
      for (const light of [list, planPage]) {
        beside.push({ heavy: name, light: light.name, ...(await besideHeavy(server, { query, light, variables })) });
      }
    }
    return { rows, beside, peakMemoryMiB: await server.peakMemoryMiB() };
  } finally {
    await server.stop();
    await database.drop();
    await rm(dir, { recursive: true });
  }
}

/** Half of the branch is views that refer to each other, half is functions, a hundred of which a plan names wrongly. */
async function fill(api, dir, count) {
  const branchId = await createProject(api, 'load');
  const half = Math.floor(count / 2);
  const [views, functions, lacking] = ['views', 'functions', 'lacking'].map((name) => path.join(dir, `${name}.jsonl`));
  await writeBenchBundle(views, { count: half });
  await writeBundle(functions, castFunctions(count - half));
  await writeBundle(lacking, projectionsThatLack(blockedCount, count - half));
  await importFile(api, views, { branchId, expected: { createdCount: half } });
  await importFile(api, functions, { branchId, expected: { createdCount: count - half } });
  const { planId } = await stageFile(api, lacking, { branchId });
  return { branchId, planId, id: await idOf(api, branchId, 'view_00000000') };
}

async function load(url, { query, variables, connections, until = () => false }) {
  const clients = Array.from({ length: connections }, () => new ApiClient(url));
  try {
    await repeat(clients, { query, variables, endsAt: performance.now() + warmUpMs, until });
    const start = performance.now();
    const times = await repeat(clients, { query, variables, endsAt: start + measuredMs, until });
    return { perSecond: (1000 * times.length) / (performance.now() - start), ...percentiles(times) };
  } finally {
    for (const client of clients) client.close();
  }
}

/** Each client asks again as soon as it is answered; gives the times of all answers, in milliseconds. */
async function repeat(clients, { query, variables, endsAt, until }) {
  const times = [];
  const ask = async (client) => {
    while (performance.now() < endsAt && !until()) {
      const start = performance.now();
      await client.ask(query, variables);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(clients.map(ask));
  return times;
}

/** The light query alone, and while the heavy one is asked for, again as soon as it is answered. */
async function besideHeavy({ url }, { query, light, variables }) {
  const request = { query: light.query, variables, connections: 1 };
  const alone = await load(url, request);
  const client = new ApiClient(url);
  await client.ask(query, variables);
  let isOver = false;
  const heavyTimes = [];
  const asking = (async () => {
    while (!isOver) {
      const start = performance.now();
      await client.ask(query, variables);
      heavyTimes.push(performance.now() - start);
    }
  })();
  const meanwhile = await load(url, request);
  isOver = true;
  await asking;
  client.close();
  return { heavyMs: percentiles(heavyTimes).p50, alone, meanwhile };
}

function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Prints both tables in Markdown. */
export function printLoad(count, { rows, beside, peakMemoryMiB }) {
  const ms = (value) => `${value.toFixed(1)} ms`;
  console.log(`\n### Load, ${count} resources on one branch\n`);
  console.log('| query | connections | requests a second | p50 | p99 |\n| --- | --: | --: | --: | --: |');
  for (const { name, connections, perSecond, p50, p99 } of rows) {
    console.log(`| ${name} | ${connections} | ${perSecond.toFixed(0)} | ${ms(p50)} | ${ms(p99)} |`);
  }
  console.log('\n| light query, beside a heavy one | heavy takes | p99 alone | p99 meanwhile | ratio |');
  console.log('| --- | --: | --: | --: | --: |');
  for (const { heavy: name, light, heavyMs, alone, meanwhile } of beside) {
    const ratio = (meanwhile.p99 / alone.p99).toFixed(2);
    console.log(`| ${light}, beside ${name} | ${ms(heavyMs)} | ${ms(alone.p99)} | ${ms(meanwhile.p99)} | ${ratio} × |`);
  }
  if (peakMemoryMiB !== undefined) console.log(`\nPeak memory of the server: ${peakMemoryMiB.toFixed(0)} MiB.`);
}
