/** Follows a task over subscriptions, each of which must tell its end, unless its server goes away before. */
import { setTimeout as sleep } from 'node:timers/promises';
import { adminToken } from '../../bench/apiClient.js';
import { isEnded, subscribeTo } from '../../dist/test/support/taskSubscription.js';
import { isPassing } from './patientApi.js';

/** How long after the end of a task a subscription may still be silent, in ms. */
const silenceMs = 90_000;
/** The socket was closed by a server that stops, by none, or by one without its database. */
const goneCodes = new Set([1001, 1005, 1006, 1013]);
const document = 'subscription ($id: ID!) { taskProgress(id: $id) { id status } }';

/** Gives the status at the end. */
export async function watchTask(api, taskId, checks) {
  for (;;) {
    const events = subscribeTo({ url: api.url, token: adminToken }, document, { id: taskId });
    const watch = new AbortController();
    try {
      const last = await Promise.race([lastOf(events), missedEnd(api, taskId, watch.signal)]);
      if (last === 'MISSED') checks.that('subscription', `task ${taskId} has ended, and its subscriber hears nothing`);
      else if (!last || !isEnded(last))
        checks.that('subscription', `task ${taskId}: the last state was ${last?.status}`);
      else {
        checks.that('subscription');
        return last.status;
      }
    } catch (error) {
      if (!isGone(error)) throw asError(error);
      checks.see(`subscriptions begun again (${error.code ?? 'error'} ${error.reason ?? ''})`);
    } finally {
      watch.abort();
      // It may wait for a socket that nobody answers.
      events.return().catch(() => undefined);
    }
    await api.move();
  }
}

async function lastOf(events) {
  let last;
  for await (const state of events) last = state;
  return last;
}

/** Resolves when a subscription should have ended long ago. */
async function missedEnd(api, taskId, signal) {
  let isOver = false;
  while (!isOver && !signal.aborted) {
    await sleep(1000);
    const { task } = await api.ask('query ($id: ID!) { task(id: $id) { status } }', { id: taskId });
    isOver = isEnded(task);
  }
  await sleep(silenceMs, undefined, { signal }).catch(() => undefined);
  return 'MISSED';
}

/** The socket was closed, could not be opened, or brought errors: in a list, or with an event before. */
function isGone(error) {
  const errors = errorsIn(error);
  return errors ? isPassing(asError(error)) : goneCodes.has(error.code) || isPassing(error.error ?? error);
}

function asError(error) {
  const errors = errorsIn(error);
  if (errors) return new Error(JSON.stringify(errors));
  if (error instanceof Error) return error;
  // A socket that was closed has a code; one that failed has an error.
  return error.error ?? new Error(`The socket ended: ${error.code} ${error.reason}`);
}

function errorsIn(error) {
  return Array.isArray(error) ? error : error.errors;
}
