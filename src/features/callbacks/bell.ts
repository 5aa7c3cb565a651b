/** Wakes a waiting caller. If none waits, the next `rung` resolves at once. */
export class Bell {
  private isRung = false;
  private wake: (() => void) | undefined;

  ring(): void {
    this.isRung = true;
    this.wake?.();
  }

  /** Resolves when the bell rings, or after `patienceMs`. */
  async rung(patienceMs: number): Promise<void> {
    if (!this.isRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patienceMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.isRung = false;
    this.wake = undefined;
  }
}
