/** What the clients of the mixed test do with schedules, which start exports every minute. */
import { keep } from './mixedPlans.js';

export const scheduleOperations = {
  saveSchedule: {
    weight: 1,
    input: ({ world, pick }) => {
      const branch = pick.one(world.branches);
      const templateId = pick.one(world.templates);
      const names = { name: `schedule-${Math.floor(pick.random() * 5)}`, isOverwriteAllowed: true };
      return {
        projectId: branch.projectId,
        branchId: branch.id,
        templateId,
        action: 'EXPORT',
        cron: '* * * * *',
        ...names,
      };
    },
    result: 'schedule { id }',
    done: ({ world }, { schedule }) => keep(world.schedules, schedule?.id),
  },
  setScheduleEnabled: {
    weight: 0.5,
    input: ({ world, pick }) => ({ id: pick.one(world.schedules), isEnabled: pick.random() < 0.5 }),
  },
  runSchedule: { weight: 0.5, input: ({ world, pick }) => ({ id: pick.one(world.schedules) }) },
  deleteSchedule: { weight: 0.5, input: ({ world, pick }) => ({ id: pick.one(world.schedules) }) },
};
