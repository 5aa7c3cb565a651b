import { Repeater } from '@graphql-yoga/subscription';
import { Signal } from '../shared/signal.js';

const intervalMs = 100;

interface Observed<State> {
  /** Calls back on every possible change; returns a function that stops it. */
  listen: (onChange: () => void) => () => void;
  /** The states to send now, in order; null if the object no longer exists. */
  read: () => Promise<readonly State[] | null>;
  /** Whether no other state follows. */
  isLast?: (state: State) => boolean;
}

/**
 * States as they come: the present ones at once, then at most one look each 100 ms, and always the last one. Each is read when it is sent,
 * so that who comes late or reconnects misses nothing.
 */
export function stateUpdates<State>({ listen, read, isLast }: Observed<State>): AsyncIterable<State> {
  return new Repeater<State>(async (push, stop) => {
    const change = new Signal();
    const listener = { isEnded: false };
    const unlisten = listen(() => {
      change.raise();
    });
    void stop.then(() => {
      listener.isEnded = true;
      change.raise();
    });
    try {
      for (;;) {
        const states = await read();
        if (!states || listener.isEnded) break;
        for (const state of states) await push(state);
        if (states.some((state) => isLast?.(state))) break;
        await new Promise((resolve) => setTimeout(resolve, intervalMs));
        await change.raised();
      }
    } catch (error) {
      // Whoever has ended it cannot be told, and is not to fail by it.
      if (!listener.isEnded) throw error;
    } finally {
      unlisten();
      stop();
    }
  });
}

/** Returns a state only if it differs from the last one. */
export function onlyNews<State>(read: () => Promise<State | null>): () => Promise<State[] | null> {
  let sent = '';
  return async () => {
    const state = await read();
    if (state === null) return null;
    const text = JSON.stringify(state);
    if (text === sent) return [];
    sent = text;
    return [state];
  };
}
