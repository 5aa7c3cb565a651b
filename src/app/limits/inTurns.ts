import { setImmediate as nextTurn } from 'node:timers/promises';

/** Objects that are resolved in one turn of the event loop. */
const objectsPerTurn = 100;

/** Spreads a long list over turns of the event loop, so that resolving thousands of objects does not block other requests. */
export function inTurns(list: readonly unknown[]): readonly unknown[] {
  if (list.length <= objectsPerTurn) return list;
  let turn: Promise<unknown> = Promise.resolve();
  return list.map((item, index) => {
    if (index < objectsPerTurn) return item;
    if (index % objectsPerTurn === 0) turn = turn.then(() => nextTurn());
    // Promises are returned as they are: waiting could leave their failure unhandled.
    return item instanceof Promise ? (item as Promise<unknown>) : turn.then(() => item);
  });
}
