/** Starts the server, and stops it cleanly when it is told to. */
import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { closeNewFiles } from './app/closeNewFiles.js';
import { AppError } from './shared/appError.js';
import { loadConfig } from './shared/config.js';

// What answers and files leave behind is collected early: else the heap grows by several times before it is.
setFlagsFromString('--heap-growing-percent=25');

closeNewFiles();

void main();

async function main(): Promise<void> {
  const stopping = stopOnSignals();
  try {
    // A wrong setting is told before the server is loaded, which takes a second.
    const config = loadConfig();
    const { startServer } = await import('./app/startServer.js');
    const server = await startServer(config);
    stopping.server = server;
    if (server.firstSecret !== undefined) {
      // Apart from the lines of the log, in which it would be missed.
      console.log('');
      console.log(`The token of the superuser "admin", shown this once: ${server.firstSecret}`);
    }
    if (server.metricsUrl !== undefined) console.log(`The metrics are at ${server.metricsUrl}`);
    if (config.role === 'worker') {
      console.log(`Waybill runs tasks; its state is at ${server.url}/ready`);
    } else {
      console.log(`The console is at ${server.url}/`);
      console.log(`Waybill is ready at ${server.url}/graphql`);
    }
    if (server.firstSecret !== undefined) console.log('');
  } catch (error) {
    console.error(error instanceof AppError && error.code !== 'INTERNAL' ? error.message : error);
    process.exitCode = 1;
  }
}

/**
 * Stops the server when the process is told to end. A start that is not done yet ends at once, as after a crash: the first process of a container
 * would go on, since signals that it does not handle do nothing.
 */
function stopOnSignals(): { server?: { close: () => Promise<void> } } {
  const stopping: ReturnType<typeof stopOnSignals> = {};
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // A second signal changes nothing: a clean stop is under way.
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      // oxlint-disable-next-line no-restricted-properties -- a start may wait for long, and leaves nothing that a crash may not leave
      if (stopping.server === undefined) process.exit();
      stopping.server.close().catch(() => {
        // The log has told what.
        process.exitCode = 1;
      });
    });
  }
  return stopping;
}
