import { closeAll } from '../../../src/shared/closeAll.js';

describe('parts of a server that stops', () => {
  const closed: string[] = [];
  const part = (name: string, failure?: Error) => async () => {
    await Promise.resolve();
    closed.push(name);
    if (failure) throw failure;
  };
  beforeEach(() => {
    closed.length = 0;
  });

  it('are closed one after the other', async () => {
    await closeAll([part('tasks'), part('workers'), part('database')]);
    expect(closed).toEqual(['tasks', 'workers', 'database']);
  });

  it('are closed after one that fails, whose failure is told at the end', async () => {
    const failure = new Error('the database is away');
    const fails = () => {
      throw failure;
    };
    await expect(closeAll([part('tasks', failure), part('workers')])).rejects.toBe(failure);
    await expect(closeAll([fails, part('database')])).rejects.toBe(failure);
    expect(closed).toEqual(['tasks', 'workers', 'database']);
  });

  it('tell all failures where there are several', async () => {
    const failures = [new Error('first'), new Error('second')];
    const error = await closeAll(failures.map((failure) => part('a', failure))).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ errors: failures });
    expect(closed).toHaveLength(2);
  });
});
