import type { JsonObject } from '../../src/shared/json.js';
import { followFixes, nameIn, problemsOfCall, type FixRow } from '../support/fixTable.js';
import { TemplateFlow } from '../support/templateFlow.js';

/** Saves a schedule with these settings, and then with those that the fix leads to. */
function saving(wrong: JsonObject, next: JsonObject | ((fix: string) => JsonObject), isNamed = false): FixRow['make'] {
  return async ({ server, flow, place: { projectId, branchId, key } }) => {
    const { id: templateId } = await new TemplateFlow(server).save({ projectId, branchId, key }, {});
    const usual = { projectId, branchId, templateId, name: 'nightly', action: 'EXPORT', cron: '0 2 * * *' };
    const save = (chosen: JsonObject) => problemsOfCall(flow, 'saveSchedule', { ...usual, ...chosen });
    if (isNamed) await save({});
    const here = (chosen: JsonObject) => (chosen['intoBranchId'] === 'HERE' ? { ...chosen, intoBranchId: branchId } : chosen);
    return {
      problems: await save(here(wrong)),
      follow: ({ fix }) => save(here(typeof next === 'function' ? next(fix) : next)),
    };
  };
} // prettier-ignore

const rows: FixRow[] = [
  { code: 'CRON_INVALID', fix: /Give minute, hour/, make: saving({ cron: 'nightly' }, (fix) => ({ cron: nameIn(fix) })) },
  { code: 'CRON_INVALID', fix: /for example/, make: saving({ cron: '0 0 30 2 *' }, (fix) => ({ cron: nameIn(fix) })) },
  { code: 'TIME_ZONE_UNKNOWN', fix: /Did you mean "Europe\/Rome"/, make: saving({ timeZone: 'Europe/Roma' }, (fix) => ({ timeZone: nameIn(fix) })) },
  { code: 'TIME_ZONE_UNKNOWN', fix: /Use a name such as/, make: saving({ timeZone: '+02:00' }, (fix) => ({ timeZone: nameIn(fix) })) },
  { code: 'SETTING_INVALID', fix: /Add intoBranchId/, make: saving({ action: 'TRANSFER' }, { action: 'TRANSFER', intoBranchId: 'HERE' }) },
  { code: 'SETTING_INVALID', fix: /or use the action EXPORT/, make: saving({ action: 'STAGE_TRANSFER' }, { action: 'EXPORT' }) },
  { code: 'SETTING_INVALID', fix: /Remove it, or use the action STAGE_TRANSFER/, make: saving({ intoBranchId: 'HERE' }, {}) },
  { code: 'SETTING_INVALID', fix: /use the action STAGE_TRANSFER or TRANSFER/, make: saving({ intoBranchId: 'HERE' }, { intoBranchId: 'HERE', action: 'TRANSFER' }) },
  { code: 'NAME_TAKEN', fix: /Choose another name/, make: saving({}, { name: 'weekly' }, true) },
  { code: 'NAME_TAKEN', fix: /isOverwriteAllowed: true/, make: saving({}, { isOverwriteAllowed: true }, true) },
]; // prettier-ignore

followFixes('a fix of a schedule', rows);
