/** Runs work for the same key one after the other, in the order of arrival; other keys run in parallel. */
export class Turns {
  private readonly lastByKey = new Map<string, Promise<unknown>>();

  /** Runs `work` after all earlier work for this key has ended, successfully or not. */
  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.lastByKey.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.lastByKey.set(key, turn);
    const forget = () => {
      if (this.lastByKey.get(key) === turn) this.lastByKey.delete(key);
    };
    turn.then(forget, forget);
    return turn;
  }
}
