import { ImportFlow, type Place } from '../support/importFlow.js';
import { ScheduleFlow } from '../support/scheduleFlow.js';
import { sharedServer } from '../support/sharedServer.js';
import { TemplateFlow } from '../support/templateFlow.js';

describe('a schedule', () => {
  let flow: ImportFlow;
  let schedules: ScheduleFlow;
  let place: Place;
  let templateId: string;
  beforeAll(async () => {
    const server = await sharedServer();
    [flow, schedules] = [new ImportFlow(server), new ScheduleFlow(server)];
    place = await flow.makeProject();
    ({ id: templateId } = await new TemplateFlow(server).save(place));
  });

  it('is refused with all that is wrong', async () => {
    const { problems } = await schedules.trySave(place, {
      ...{ templateId: place.branchId, name: '', cron: '0 0 30 2 *', timeZone: 'Europe/Nowhere' },
      ...{ intoBranchId: place.branchId, callbackUrl: 'nowhere' },
    });
    expect(problems.map(({ code, path }) => `${code} ${path.join('.')}`).toSorted()).toEqual([
      'CALLBACK_INVALID input.callbackUrl',
      'CRON_INVALID input.cron',
      'NAME_INVALID input.name',
      'NOT_FOUND input.templateId',
      'SETTING_INVALID input.intoBranchId',
      'TIME_ZONE_UNKNOWN input.timeZone',
    ]);
  });

  it('belongs to the project of the branch that it exports, or that it imports into', async () => {
    const other = await flow.makeProject();
    const foreign = await schedules.trySave(other, { branchId: place.branchId, templateId });
    expect(foreign.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'branchId'] }]);
    const into = { action: 'TRANSFER', intoBranchId: other.branchId };
    const elsewhere = await schedules.trySave(place, { templateId, ...into });
    expect(elsewhere.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'intoBranchId'] }]);
  });
});
