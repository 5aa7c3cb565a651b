import {
  canPlanBecome,
  hasItems,
  ImportPlanStatusEnum,
  type ImportPlanStatus,
} from '../../../../../src/features/importing/tables/importStates.js';

const statuses = Object.keys(ImportPlanStatusEnum) as ImportPlanStatus[];

describe('the states of a plan', () => {
  it.each<[ImportPlanStatus, next: ImportPlanStatus[], hasItems: boolean]>([
    ['STAGING', ['READY', 'FAILED', 'DISCARDED'], false],
    ['READY', ['STAGING', 'EXECUTING', 'DISCARDED'], true],
    ['EXECUTING', ['READY', 'EXECUTED'], true],
    ['EXECUTED', [], true],
    ['FAILED', ['STAGING', 'DISCARDED'], false],
    ['DISCARDED', [], false],
  ])('%s is followed by %j only', (status, next, withItems) => {
    expect(statuses.filter((other) => canPlanBecome(status, other)).sort()).toEqual([...next].sort());
    expect(hasItems(status)).toBe(withItems);
  });

  it('are all in the table above', () => {
    expect(statuses).toEqual(['STAGING', 'READY', 'EXECUTING', 'EXECUTED', 'FAILED', 'DISCARDED']);
  });
});
