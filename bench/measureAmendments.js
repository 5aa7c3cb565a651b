/** Choices on a plan: each derives the whole plan anew, and answers with its counts. Times of the requests, in milliseconds. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeBenchBundle } from './benchRecords.js';
import { makeDatabase } from './benchDatabase.js';
import { ServerProcess } from './serverProcess.js';
import { timed } from './statistics.js';
import { createProject, stageFile } from './transfers.js';

const select = `mutation ($input: SelectImportItemsInput!) {
  selectImportItems(input: $input) { plan { counts { total selected blocked } } problems { code message } } }`;
const setMode = `mutation ($input: SetImportModeInput!) {
  setImportMode(input: $input) { plan { counts { total selected blocked } } problems { code message } } }`;
const rename = `mutation ($input: RenameImportItemInput!) {
  renameImportItem(input: $input) { item { newName } problems { code message } } }`;

export async function measureAmendments({ dir, count, runs, database: kind }, measurements) {
  await mkdir(dir, { recursive: true });
  const file = path.join(dir, 'plan.jsonl');
  await writeBenchBundle(file, { count });
  const database = await makeDatabase(kind);
  const server = await ServerProcess.start(path.join(dir, 'server'), { databaseUrl: database.url });
  try {
    const { api } = server;
    const { planId } = await stageFile(api, file, { branchId: await createProject(api, 'plan') });
    const itemId = await firstItem(api, planId);
    await amend(api, { planId, itemId, newName: 'view_warm' });
    for (let run = 0; run < runs; run += 1) {
      measurements.addAll(await amend(api, { planId, itemId, newName: `view_renamed_${run}` }));
    }
  } finally {
    await server.stop();
    await database.drop();
    await rm(dir, { recursive: true });
  }
}

async function amend(api, { planId, itemId, newName }) {
  const ask = async (query, input) => (await timed(() => api.ask(query, { input }))).ms;
  return {
    'amend: leave all out': await ask(select, { planId, isSelected: false }),
    'amend: select all': await ask(select, { planId, isSelected: true }),
    'amend: all as references': await ask(setMode, { planId, mode: 'REFERENCE' }),
    'amend: all as copies': await ask(setMode, { planId, mode: 'COPY' }),
    'amend: rename one': await ask(rename, { itemId, name: newName }),
  };
}

async function firstItem(api, planId) {
  const { importPlan } = await api.ask(
    `query ($id: ID!) { importPlan(id: $id) { items(first: 1) { edges { node { id } } } } }`,
    { id: planId },
  );
  return importPlan.items.edges[0].node.id;
}
