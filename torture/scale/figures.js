/** What is measured while nothing dies by surprise: a rolling restart, and how workers share work. */
import { createProject } from '../../bench/transfers.js';
import { PatientApi } from './patientApi.js';
import { execute, stage, versionOf } from './steps.js';
import { watchTask } from './watchTask.js';

const workerCounts = [1, 2, 4];
const askerCount = 4;

/**
 * Stops and starts every process, one after the other, while clients ask. Gives how many attempts failed, and how many requests in spite of
 * being sent again.
 */
export async function rollingRestart({ site, checks, branchId }) {
  const counts = { requests: 0, attempts: 0, failed: 0 };
  let isOver = false;
  const ask = async (_, turn) => {
    const api = new PatientApi(site.apiUrls, turn);
    while (!isOver) {
      await versionOf(api, branchId).catch(() => (counts.failed += 1));
      counts.requests += 1;
    }
    counts.attempts += api.failedAttempts;
    api.close();
  };
  const askers = Promise.all(Array.from({ length: askerCount }, ask));
  for (const name of [...site.processes.keys()]) {
    const { code, signal } = await site.stop(name, 'SIGTERM');
    checks.that('rolling restart', code === 0 ? undefined : `${name} ended with ${signal ?? code}`);
    await site.start(name);
    checks.that('ready after its restart', await site.fault());
  }
  isOver = true;
  await askers;
  checks.that('requests during a rolling restart', counts.failed === 0 ? undefined : `${counts.failed} failed`);
  return counts;
}

/** Imports into as many branches as there are workers, at once. Gives `[workers, items per second]` for each number of workers. */
export async function throughput({ site, checks, path, count }) {
  const figures = [];
  const names = site.running('worker').map(({ name }) => name);
  for (const name of names) await site.remove(name);
  for (const workers of workerCounts) {
    while (site.running('worker').length < workers) await site.add(`worker-m${site.running('worker').length}`);
    const apis = Array.from({ length: workers }, (_, turn) => new PatientApi(site.apiUrls, turn));
    const plans = [];
    for (const [at, api] of apis.entries()) {
      const branchId = await createProject(api.client, `measured-${workers}-${at}`);
      const { planId, taskId } = await stage(api, { path, branchId, key: `measured-${workers}-${at}` });
      await watchTask(api, taskId, checks);
      plans.push(planId);
    }
    const start = performance.now();
    const ends = apis.map(async (api, at) => watchTask(api, await execute(api, plans[at]), checks));
    const isEach = (await Promise.all(ends)).every((status) => status === 'COMPLETED');
    checks.that('measured imports', isEach ? undefined : 'not all were carried out');
    figures.push([workers, (workers * count * 1000) / (performance.now() - start)]);
    for (const api of apis) api.close();
  }
  for (const { name } of site.running('worker')) await site.remove(name);
  return figures;
}
