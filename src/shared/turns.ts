/** Pieces of work that want the same thing, one after the other, in the order in which they came; others go on meanwhile. */
export class Turns {
  private readonly lastByKey = new Map<string, Promise<unknown>>();

  /** Runs `work` once all that came before it for this key has ended, well or not. */
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
