import { ProgressReporter, type TaskProgress } from '../../../../src/features/tasks/progressReporter.js';

describe('ProgressReporter', () => {
  let told: TaskProgress[];
  let reporter: ProgressReporter;
  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000_000 });
    told = [];
    reporter = new ProgressReporter((progress) => told.push(progress));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('tells every change of stage at once, with the counts so far', () => {
    reporter.enterStage('reading');
    reporter.count({ processedCount: 5 });
    reporter.enterStage('planning');
    expect(told).toEqual([
      { stage: 'reading', counts: {} },
      { stage: 'planning', counts: { processedCount: 5 } },
    ]);
  });

  it('tells counts at most every 50 ms, and then the newest', () => {
    reporter.enterStage('reading');
    for (let processedCount = 1; processedCount <= 100; processedCount += 1) {
      jest.advanceTimersByTime(1);
      reporter.count({ processedCount });
    }
    expect(told.slice(1).map(({ counts }) => counts.processedCount)).toEqual([50, 100]);
  });

  it('goes on telling when the clock is set back', () => {
    reporter.count({ processedCount: 1 });
    jest.setSystemTime(0);
    jest.advanceTimersByTime(50);
    reporter.count({ processedCount: 2 });
    expect(told.map(({ counts }) => counts.processedCount)).toEqual([1, 2]);
  });

  it('keeps counts that are not told again', () => {
    reporter.count({ totalCount: 10, processedCount: 1 });
    jest.advanceTimersByTime(50);
    reporter.count({ processedCount: 2 });
    expect(told.at(-1)?.counts).toEqual({ totalCount: 10, processedCount: 2 });
  });
});
