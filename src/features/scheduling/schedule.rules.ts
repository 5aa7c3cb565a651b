import type { Problem } from '../../shared/problem.js';
import { validateName } from '../kinds/index.js';
import { isTimeZone, nextTime } from './cronTime.js';
import type { SaveScheduleInput } from './schedule.inputs.js';
import {
  branchMissing,
  cronInvalid,
  noSuch,
  notInProject,
  onlyOfTransfers,
  timeZoneUnknown,
} from './schedule.problems.js';

/** What a schedule is checked against. The branches: their projects; null if there is none. */
export interface ScheduleFacts {
  now: Date;
  branchProjectId: string | null;
  intoProjectId: string | null;
}

type Asked = Omit<SaveScheduleInput, 'timeZone'> & { timeZone: string };

/** The problems of a schedule, apart from those of its templates and its callback. */
export function checkSchedule(asked: Asked, facts: ScheduleFacts): Problem[] {
  return [...checkName(asked.name), ...checkTimes(asked, facts.now), ...checkBranches(asked, facts)];
}

/** Minute, hour, day of the month, month, day of the week. */
const cronFieldCount = 5;

const scheduleNames: Parameters<typeof validateName>[0] = {
  title: 'schedule',
  identity: { by: 'name', namespace: 'schedule' },
};

function checkName(name: string): Problem[] {
  return validateName(scheduleNames, name).map((problem) => ({ ...problem, path: ['input', 'name'] }));
}

function checkTimes(times: Pick<Asked, 'cron' | 'timeZone'>, now: Date): Problem[] {
  const zones = isTimeZone(times.timeZone) ? [] : [timeZoneUnknown(times.timeZone)];
  const fieldCount = times.cron.trim().split(/\s+/).length;
  if (fieldCount !== cronFieldCount) return [...zones, cronInvalid(times.cron, `it has ${fieldCount}`)];
  try {
    const next = nextTime({ cron: times.cron, timeZone: 'UTC' }, now);
    return next ? zones : [...zones, cronInvalid(times.cron, null)];
  } catch (error) {
    return [
      ...zones,
      cronInvalid(times.cron, (error as Error).message.replace(/^CronPattern: /, '').replace(/\.$/, '')),
    ];
  }
}

function checkBranches(asked: Asked, { branchProjectId, intoProjectId }: ScheduleFacts): Problem[] {
  const { action, projectId, branchId, intoBranchId = null, importTemplateId = null } = asked;
  if (branchProjectId === null) return [noSuch('branch', branchId, ['input', 'branchId'])];
  if (action === 'EXPORT') {
    return [
      ...(branchProjectId === projectId ? [] : [notInProject(['input', 'branchId'])]),
      ...(intoBranchId === null ? [] : [onlyOfTransfers('intoBranchId', action)]),
      ...(importTemplateId === null ? [] : [onlyOfTransfers('importTemplateId', action)]),
    ];
  }
  if (intoBranchId === null) return [branchMissing()];
  return intoProjectId === projectId ? [] : [notInProject(['input', 'intoBranchId'])];
}
