import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many objects are made into their part of an answer in one turn of the event loop. */
const objectsPerTurn = 100;

/**
 * A long list whose objects come in turns of the event loop, so that others are served between them: making thousands of objects into an
 * answer would hold them all up.
 */
export function inTurns(list: readonly unknown[]): readonly unknown[] {
  if (list.length <= objectsPerTurn) return list;
  let turn: Promise<unknown> = Promise.resolve();
  return list.map((item, index) => {
    if (index < objectsPerTurn) return item;
    if (index % objectsPerTurn === 0) turn = turn.then(() => nextTurn());
    // What is a promise comes in its own time; to wait with it could leave its failure unheard.
    return item instanceof Promise ? (item as Promise<unknown>) : turn.then(() => item);
  });
}
