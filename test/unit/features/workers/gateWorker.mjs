/** A worker whose calls end when the gate in their arguments, a shared number, is not 0 any more. It cannot be stopped. */
import { parentPort } from 'node:worker_threads';

parentPort.on('message', (message) => {
  if (message.type !== 'run') return;
  Atomics.wait(new Int32Array(message.args.gate), 0, 0);
  parentPort.postMessage({ type: 'done', id: message.id, result: message.args.result });
});
