/** Wakes the one who waits. Remembers that it was raised until somebody has waited for it. */
export class Signal {
  private isRaised = false;
  private wake: (() => void) | undefined;

  raise(): void {
    this.isRaised = true;
    this.wake?.();
  }

  /** Resolves when it is raised, or after `patienceMs`; at once if it was raised since the last call. */
  async raised(patienceMs?: number): Promise<void> {
    if (!this.isRaised) {
      await new Promise<void>((resolve) => {
        const timer = patienceMs === undefined ? undefined : setTimeout(resolve, patienceMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.isRaised = false;
    this.wake = undefined;
  }
}
