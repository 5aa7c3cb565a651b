import { Turns } from '../../../src/shared/turns.js';

describe('turns', () => {
  it('are taken one after the other for one key, whatever becomes of the one before', async () => {
    const turns = new Turns();
    const steps: string[] = [];
    const work = (name: string, fault?: Error) => async () => {
      steps.push(`${name} begins`);
      await Promise.resolve();
      steps.push(`${name} ends`);
      if (fault) throw fault;
      return name;
    };
    const first = turns.take('a', work('first', new Error('no')));
    const second = turns.take('a', work('second'));
    await expect(first).rejects.toThrow('no');
    await expect(second).resolves.toBe('second');
    expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('do not wait for those of another key', async () => {
    const turns = new Turns();
    let end: () => void = () => undefined;
    const held = turns.take('a', () => new Promise<void>((resolve) => (end = resolve)));
    await expect(turns.take('b', () => Promise.resolve('done'))).resolves.toBe('done');
    end();
    await held;
  });
});
