import { closestName } from '../../shared/candidates.js';
import { isId } from '../../shared/clock.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { problemCodes } from '../../shared/problemCode.js';
import { timeZoneNames } from './cronTime.js';
import type { ScheduleAction } from './scheduleAction.js';

const shownLength = 80;

export function noSuch(what: string, id: string, path: string[]): Problem {
  return isId(id)
    ? errorProblem('NOT_FOUND', `There is no ${what} with this id.`, { path })
    : errorProblem('INVALID_ID', `"${id.slice(0, shownLength)}" is not an id of this server.`, { path });
}

export function notInProject(path: string[]): Problem {
  return errorProblem('NOT_FOUND', 'There is no branch with this id in the project.', {
    path,
    fix: 'Take the id from the branches of the project.',
  });
}

export function nameTaken(name: string): Problem {
  return errorProblem('NAME_TAKEN', `The project has a schedule "${name}" already.`, {
    path: ['input', 'name'],
    fix: 'Choose another name, or save it with isOverwriteAllowed: true, which replaces that schedule.',
  });
}

/** `reason`: what the parser says; null if the expression never comes due. */
export function cronInvalid(cron: string, reason: string | null): Problem {
  const shown = cron.slice(0, shownLength);
  const message =
    reason === null ? `"${shown}" never comes due.` : `"${shown}" is not a cron expression of five fields: ${reason}.`;
  return errorProblem('CRON_INVALID', message, {
    path: ['input', 'cron'],
    fix: 'Give minute, hour, day of the month, month and day of the week, for example "30 2 * * *".',
  });
}

export function timeZoneUnknown(name: string): Problem {
  const near = closestName(name, timeZoneNames());
  return errorProblem('TIME_ZONE_UNKNOWN', `This server does not know the time zone "${name.slice(0, shownLength)}".`, {
    path: ['input', 'timeZone'],
    fix: near === undefined ? 'Use a name such as "Europe/Rome", or "UTC".' : `Did you mean "${near}"?`,
  });
}

export function branchMissing(): Problem {
  return errorProblem('SETTING_INVALID', 'A transfer requires the branch to import into.', {
    path: ['input', 'intoBranchId'],
    fix: 'Add intoBranchId, or use the action EXPORT.',
  });
}

export function onlyOfTransfers(member: string, action: ScheduleAction): Problem {
  return errorProblem('SETTING_INVALID', `The action ${action} does not use "${member}".`, {
    path: ['input', member],
    fix: 'Remove it, or use the action STAGE_TRANSFER or TRANSFER.',
  });
}

/** A branch or plan that a run needs is gone, or hidden from the owner. */
export function goneOrHidden(): Problem {
  return errorProblem('NOT_FOUND', 'What the run needs no longer exists, or its owner may no longer see it.');
}

export function ownerGone(): Problem {
  return errorProblem('RUN_NOT_STARTED', 'The owner of the schedule no longer exists.');
}

/** An error that is not a problem of the action; `sentence` says why. */
export function notStarted(sentence: string): Problem {
  return errorProblem('RUN_NOT_STARTED', sentence);
}

/** Problems for somebody who may not see what they name: each code once, with its meaning. */
export function withoutNames(problems: readonly Problem[]): Problem[] {
  return [...new Set(problems.map(({ code }) => code))].map((code) => errorProblem(code, problemCodes[code]));
}
