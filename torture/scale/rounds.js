/** A round: something dies while tasks run, and everything is well again afterwards. */
import { setTimeout as sleep } from 'node:timers/promises';
import { faults } from './faults.js';

const patienceMs = 240_000;
const running = `SELECT id, attempt, runner_id AS "runnerId" FROM task WHERE status = 'RUNNING'`;

/** The faults in an order that the seed repeats: all of them before one comes again. */
export function* faultOrder(random) {
  for (;;) {
    const rest = Object.keys(faults);
    while (rest.length > 0) yield rest.splice(Math.floor(random() * rest.length), 1)[0];
  }
}

/** @param place `{ site, checks, random, takeOvers }` */
export async function round({ site, checks, random, takeOvers }, name) {
  await someRunning(site);
  await sleep(random() * 1500);
  const tasks = await site.query(running);
  const start = performance.now();
  // Looked at meanwhile: those of a dead worker begin again while something else is still away.
  const over = takenOver(site, tasks, start);
  checks.that(name, await faults[name](site, random));
  const times = await over;
  checks.that(
    `after: ${name}`,
    times === undefined ? `not all of ${JSON.stringify(tasks)} ended or began again` : undefined,
  );
  if (times?.length > 0) takeOvers.set(name, [...(takeOvers.get(name) ?? []), ...times]);
  checks.that(`all ready after: ${name}`, await site.fault());
}

async function someRunning(site) {
  const giveUpAt = performance.now() + patienceMs;
  while ((await site.query(running)).length === 0 && performance.now() < giveUpAt) await sleep(50);
}

/** Waits until each task has ended or is run by another process; gives, for those, after how many ms. Undefined: they were not. */
async function takenOver(site, tasks, start) {
  const times = [];
  const waiting = new Map(tasks.map((task) => [task.id, task]));
  while (waiting.size > 0) {
    const passedMs = performance.now() - start;
    if (passedMs > patienceMs) return undefined;
    const ids = [...waiting.keys()].map((id) => `'${id}'`).join();
    const rows = await site.query(`SELECT id, status, attempt FROM task WHERE id IN (${ids})`);
    for (const { id, status, attempt } of rows) {
      const isBegunAgain = status !== 'QUEUED' && attempt > waiting.get(id).attempt;
      if (isBegunAgain) times.push(performance.now() - start);
      if (isBegunAgain || (status !== 'QUEUED' && status !== 'RUNNING')) waiting.delete(id);
    }
    await sleep(50);
  }
  return times;
}
