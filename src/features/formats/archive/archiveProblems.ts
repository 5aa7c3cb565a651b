import { errorProblem, warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { quote } from '../scanning/fileProblems.js';

/** Problems of archives. A refusal names the member and the limit. */

/** ARCHIVE_REFUSED: `fault` continues the sentence after the name of the member. */
export function refusedMember(path: string, fault: string, fix?: string): Problem {
  const message = `The member ${quote(path)} of the archive ${fault}; nothing was unpacked.`;
  return errorProblem('ARCHIVE_REFUSED', message, fix === undefined ? {} : { fix });
}

/** ARCHIVE_REFUSED: the whole archive; `fault` continues the sentence after "The archive". */
export function refusedArchive(fault: string, fix: string): Problem {
  return errorProblem('ARCHIVE_REFUSED', `The archive ${fault}; nothing was unpacked.`, { fix });
}

/** ARCHIVE_DAMAGED: the archive has no directory, or an inconsistent one. */
export function damagedArchive(reason: string): Problem {
  return errorProblem('ARCHIVE_DAMAGED', `The archive cannot be opened: ${reason}.`, {
    fix: 'Download or pack it again.',
  });
}

/** ARCHIVE_DAMAGED: a member differs from its entry in the directory. */
export function damagedMember(path: string, reason: string): Problem {
  return errorProblem('ARCHIVE_DAMAGED', `The member ${quote(path)} of the archive cannot be unpacked: ${reason}.`, {
    fix: 'Download or pack it again.',
  });
}

/** Adds the path of a member to the message of its problem. */
export function inMember(path: string, problem: Problem): Problem {
  return { ...problem, message: `In ${quote(path)}: ${problem.message}` };
}

/** CONTENT_IGNORED: a member is not in a supported format. */
export function ignoredMember(path: string, { message }: Problem): Problem {
  return ignoredMembers([path], message);
}

/** CONTENT_IGNORED: all members that are left out for one reason. The message names the first ones. */
export function ignoredMembers(paths: readonly string[], reason: string): Problem {
  const message =
    paths.length === 1
      ? `The member ${quote(paths[0] ?? '')} of the archive was left out. ${reason}`
      : `${paths.length} members of the archive were left out: ${namedPaths(paths)}. Reason: ${reason}`;
  return warningProblem('CONTENT_IGNORED', message);
}

/** Reports the same warning of several members once. */
export function inMembers(paths: readonly string[], problem: Problem): Problem {
  if (paths.length === 1) return inMember(paths[0] ?? '', problem);
  return { ...problem, message: `In ${paths.length} members, ${namedPaths(paths)}: ${problem.message}` };
}

const maxNamedPaths = 5;

function namedPaths(paths: readonly string[]): string {
  const named = paths.slice(0, maxNamedPaths).map(quote).join(', ');
  return paths.length > maxNamedPaths ? `${named} and ${paths.length - maxNamedPaths} more` : named;
}

export function sizeText(bytes: number): string {
  const mebibyte = 1024 * 1024;
  return bytes < mebibyte ? `${bytes} bytes` : `${Math.ceil(bytes / mebibyte)} MiB`;
}
