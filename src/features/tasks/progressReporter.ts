import type { TaskCounts } from './taskHandler.js';

/** The progress that a worker reports. */
export interface TaskProgress {
  stage: string | null;
  counts: Partial<TaskCounts>;
}

const intervalMs = 50;

/** Reports at most about twenty times a second, and every change of stage. */
export class ProgressReporter {
  private stage: string | null = null;
  private counts: Partial<TaskCounts> = {};
  private toldAt = -Infinity;

  constructor(private readonly report: (progress: TaskProgress) => void) {}

  enterStage(stage: string): void {
    this.stage = stage;
    this.tell();
  }

  count(counts: Partial<TaskCounts>): void {
    this.counts = { ...this.counts, ...counts };
    if (performance.now() - this.toldAt >= intervalMs) this.tell();
  }

  private tell(): void {
    this.toldAt = performance.now();
    this.report({ stage: this.stage, counts: this.counts });
  }
}
