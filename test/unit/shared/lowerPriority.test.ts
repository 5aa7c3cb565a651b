import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { getPriority } from 'node:os';
import { once } from 'node:events';
import { projectFile } from '../../support/projectFile.js';

const module = pathToFileURL(projectFile('dist/src/shared/lowerPriority.js')).href;
const code = `
  import { parentPort } from 'node:worker_threads';
  import { readlinkSync } from 'node:fs';
  import { getPriority } from 'node:os';
  const { lowerPriority } = await import(${JSON.stringify(module)});
  const wasDone = lowerPriority();
  const thread = wasDone ? Number(readlinkSync('/proc/thread-self').split('/').at(-1)) : 0;
  parentPort.postMessage({ wasDone, priority: wasDone ? getPriority(thread) : null });`;

(process.platform === 'linux' ? describe : describe.skip)('the priority of a thread', () => {
  it('is lowered for that thread alone', async () => {
    const before = getPriority();
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
    const [told] = (await once(worker, 'message')) as [unknown];
    await worker.terminate();
    expect(told).toEqual({ wasDone: true, priority: 10 });
    expect(getPriority()).toBe(before);
  });
});
