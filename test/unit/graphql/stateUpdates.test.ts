import { stateUpdates } from '../../../src/graphql/stateUpdates.js';

describe('the states of something that changes', () => {
  it('end for who leaves while one is being read that cannot be', async () => {
    const reading = deferred<undefined>();
    const read = deferred<number[]>();
    const states = stateUpdates<number>({
      listen: () => () => undefined,
      read: () => {
        reading.resolve(undefined);
        return read.promise;
      },
    })[Symbol.asyncIterator]();
    const next = states.next();
    await reading.promise;
    const left = states.return?.();
    read.reject(new Error('The database is away.'));
    expect(await left).toEqual({ done: true, value: undefined });
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('fail for who waits for one that cannot be read', async () => {
    const read = () => Promise.reject(new Error('The database is away.'));
    const states = stateUpdates<number>({ listen: () => () => undefined, read })[Symbol.asyncIterator]();
    await expect(states.next()).rejects.toThrow('The database is away.');
  });
});

function deferred<Value>() {
  let resolve!: (value: Value) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<Value>((...settle) => {
    [resolve, reject] = settle;
  });
  return { promise, resolve, reject };
}
