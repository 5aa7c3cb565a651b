/**
 * Loaded into a server process before anything else (`NODE_OPTIONS=--import`), its worker threads included: the clock on the wall goes
 * by as many milliseconds wrong as the file that `TEST_CLOCK_FILE` names says.
 */
import { readFileSync } from 'node:fs';

const SystemDate = Date;
const systemNow = Date.now.bind(Date);
/** The file is read anew so often, and not for each of the many that ask for the time. */
const rereadMs = 20;
let knownMs = 0;
let readAt = -Infinity;
const offsetMs = () => {
  if (performance.now() - readAt < rereadMs) return knownMs;
  readAt = performance.now();
  try {
    knownMs = Number(readFileSync(process.env.TEST_CLOCK_FILE, 'utf8'));
  } catch {
    knownMs = 0;
  }
  return knownMs;
};

globalThis.Date = class Date extends SystemDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [systemNow() + offsetMs()] : parts));
  }

  static now() {
    return systemNow() + offsetMs();
  }
};
