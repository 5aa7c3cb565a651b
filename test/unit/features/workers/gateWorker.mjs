/** A worker whose calls end when the gate in their arguments, a shared number, is not 0 any more. */
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ type, id, args: { gate, result } }) => {
  if (type !== 'run') return;
  Atomics.wait(new Int32Array(gate), 0, 0);
  parentPort.postMessage({ type: 'done', id, result });
});
