/**
 * Runs tests as Node runs any program, from what `scripts/build.mjs --tests` made of them: dist/test/…/x.test.js for test/…/x.test.ts.
 * The files that one worker runs share their modules, so typeorm and the rest load once and not once per file: docs/adr/0038.
 */
import { once } from 'node:events';
import path from 'node:path';
import LightRunner from 'jest-light-runner/child-process';

/** A worker that is still there after this has something open: a server, a socket, a timer. */
const patienceMs = 20_000;

export default class BuiltTestRunner extends LightRunner {
  #workers = new Set();

  async runTests(tests, watcher, onStart, onResult, onFailure) {
    const sources = new Map(tests.map((test) => [builtFile(test.path), test]));
    await super.runTests(
      [...sources].map(([file, test]) => ({ ...test, path: file })),
      watcher,
      (test) => onStart(sources.get(test.path)),
      (test, result) => onResult(sources.get(test.path), { ...result, testFilePath: sources.get(test.path).path }),
      (test, error) => onFailure(sources.get(test.path), error),
    );
    await Promise.all([...this.#workers].map(end));
  }

  _runTest(test) {
    const result = super._runTest(test);
    const settings = { globalConfig: this._globalConfig, projectConfig: test.context.config, runtime: this._runtime };
    for (const { pool } of this._testRunners.values())
      for (const { process: worker } of pool.threads ?? []) {
        if (!this.#workers.has(worker)) answerRequests(worker, settings);
        this.#workers.add(worker);
      }
    return result;
  }
}

/**
 * A worker asks for its settings before its first test. The pool answers the first that asks to all that are there, and one that is not
 * listening yet would wait for ever: here each has an answer of its own.
 */
function answerRequests(worker, settings) {
  worker.on('message', (message) => {
    if (message === 'jest-light-runner-get-worker-data' && worker.connected)
      worker.send({ type: 'jest-light-runner-worker-data', workerData: settings });
  });
}

/** Lets a worker end by itself: one that does not has something left running, which globalTeardown.mjs reports. */
async function end(worker) {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  // The pool of workers would start another in its place.
  worker.removeAllListeners('exit');
  const ended = once(worker, 'exit', { signal: AbortSignal.timeout(patienceMs) });
  if (worker.connected) worker.disconnect();
  await ended.catch(() => undefined);
}

function builtFile(source) {
  return path.resolve('dist', path.relative(process.cwd(), source)).replace(/\.ts$/, '.js');
}
