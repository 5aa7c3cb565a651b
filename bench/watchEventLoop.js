/**
 * Loaded into the server before its own code, with `--import`: watches the event loop of the thread that answers requests, and
 * tells its parent when asked. Nothing of the server knows of it.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const resolutionMs = 1;
const nanosecondsPerMs = 1e6;

// Worker threads inherit the flag; they may block as they like.
if (isMainThread && process.send) {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  process.on('message', (question) => {
    if (question !== 'reset' && question !== 'read') return;
    if (question === 'reset') histogram.reset();
    process.send({
      question,
      p99Ms: histogram.percentile(99) / nanosecondsPerMs,
      maxMs: histogram.max / nanosecondsPerMs,
      meanMs: histogram.mean / nanosecondsPerMs,
    });
  });
  // Nobody is left to stop a server whose benchmark was killed.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The server must still end by itself when it is told to.
  process.channel.unref();
}
