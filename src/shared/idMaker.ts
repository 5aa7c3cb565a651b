/**
 * Makes UUIDv7 (RFC 9562): 48 bits of milliseconds, a counter of 32 bits, 42 random bits. The counter starts at a random number in
 * each millisecond and counts up within it, so that ids of one maker are in the order in which they were made. Each staged item needs
 * an id: measured, the library takes ten times as long, because it asks for random bytes and allocates for each.
 */
import { randomFillSync } from 'node:crypto';

/** Random bytes are fetched for so many ids at once. */
const idsPerFill = 512;
const bytesPerId = 6;
const counterLimit = 2 ** 32;

/** The parts that tests replace. */
interface IdSources {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Fills a buffer with random bytes. */
  fill: (bytes: Buffer) => void;
}

/** A function that returns a new id with each call. */
export function idMaker({ now, fill }: IdSources = { now: Date.now, fill: randomFillSync }): () => string {
  const random = Buffer.alloc(idsPerFill * bytesPerId);
  let used = random.length;
  let time = 0;
  let start = '';
  let counter = counterLimit;
  const take = (): number => {
    if (used === random.length) {
      fill(random);
      used = 0;
    }
    used += bytesPerId;
    return used - bytesPerId;
  };
  // A clock that is set back, and a counter that has reached its limit, must not disturb the order: the time stands still or goes ahead.
  const enter = (newTime: number): void => {
    time = newTime;
    const hex = time.toString(16).padStart(12, '0');
    start = `${hex.slice(0, 8)}-${hex.slice(8)}-7`;
    counter = random.readUInt32BE(take()) >>> 1;
  };
  return () => {
    const present = now();
    if (present > time) enter(present);
    else if (counter >= counterLimit) enter(time + 1);
    const at = take();
    const third = hexOf(counter / 2 ** 20, 3);
    const fourth = hexOf(0x8000 | ((counter >>> 6) & 0x3fff), 4);
    const fifth = hexOf(((counter & 0x3f) << 18) | (random.readUIntBE(at, 3) & 0x3ffff), 6);
    counter += 1;
    return `${start}${third}-${fourth}-${fifth}${hexOf(random.readUIntBE(at + 3, 3), 6)}`;
  };
}

/** The lowest digits of a number, rounded down. */
function hexOf(number: number, digits: number): string {
  return (16 ** digits + Math.floor(number)).toString(16).slice(1);
}
