/** What dies. Each gives everything back at its end. */
import { setTimeout as sleep } from 'node:timers/promises';

const one = (list, random) => list[Math.floor(random() * list.length)];
/** How long something stays away, in ms. */
const away = (random) => sleep(random() * 4000);
/** Some are longer than the lock of a task (20 s), so that another worker takes it over. */
const longestCutMs = 45_000;

async function ofProcess(site, { role, signal, random }) {
  const { name } = one(site.running(role), random);
  const end = await site.stop(name, signal);
  await away(random);
  await site.start(name);
  // One that was told to stop ends well.
  return signal === 'SIGTERM' && end.code !== 0
    ? `${name} ended with ${end.signal ?? end.code}: ${end.said}`
    : undefined;
}

/** By name: does it, and gives what is wrong. */
export const faults = {
  'worker killed': (site, random) => ofProcess(site, { role: 'worker', signal: 'SIGKILL', random }),
  'API process killed': (site, random) => ofProcess(site, { role: 'api', signal: 'SIGKILL', random }),
  'API process stopped': (site, random) => ofProcess(site, { role: 'api', signal: 'SIGTERM', random }),
  async 'Redis killed'({ redis }, random) {
    await redis.stop();
    await away(random);
    await redis.start();
  },
  async 'object store killed'({ store }, random) {
    await store.stop();
    await away(random);
    await store.start();
  },
  async 'PostgreSQL restarted'({ postgres }, random) {
    await postgres.stop(random() < 0.5 ? 'immediate' : 'fast');
    await away(random);
    await postgres.start();
  },
  'worker stopped': (site, random) => ofProcess(site, { role: 'worker', signal: 'SIGTERM', random }),
  async 'network cut'({ links }, random) {
    for (const link of links) link.cut();
    await sleep(random() * longestCutMs);
    for (const link of links) link.join();
  },
};
