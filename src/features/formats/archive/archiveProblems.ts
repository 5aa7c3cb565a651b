import { errorProblem, warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { quote } from '../scanning/fileProblems.js';

/** The wording of what is wrong with an archive. A refusal names the member and the limit. */

/** ARCHIVE_REFUSED: `fault` goes on after the name of the member. */
export function refusedMember(path: string, fault: string, fix?: string): Problem {
  const message = `The member ${quote(path)} of the archive ${fault}; nothing was unpacked.`;
  return errorProblem('ARCHIVE_REFUSED', message, fix === undefined ? {} : { fix });
}

/** ARCHIVE_REFUSED: the archive as a whole; `fault` goes on after "The archive". */
export function refusedArchive(fault: string, fix: string): Problem {
  return errorProblem('ARCHIVE_REFUSED', `The archive ${fault}; nothing was unpacked.`, { fix });
}

/** ARCHIVE_DAMAGED: the archive has no directory, or one that contradicts itself. */
export function damagedArchive(reason: string): Problem {
  return errorProblem('ARCHIVE_DAMAGED', `The archive cannot be opened: ${reason}.`, {
    fix: 'Download or pack it again.',
  });
}

/** ARCHIVE_DAMAGED: a member is not what the directory says of it. */
export function damagedMember(path: string, reason: string): Problem {
  return errorProblem('ARCHIVE_DAMAGED', `The member ${quote(path)} of the archive cannot be unpacked: ${reason}.`, {
    fix: 'Download or pack it again.',
  });
}

/** The same problem, said of a member. */
export function inMember(path: string, problem: Problem): Problem {
  return { ...problem, message: `In ${quote(path)}: ${problem.message}` };
}

/** CONTENT_IGNORED: a member that is no file that is read. */
export function ignoredMember(path: string, { message }: Problem): Problem {
  return ignoredMembers([path], message);
}

/** CONTENT_IGNORED: all members that are left out for one reason; the first of them are named. */
export function ignoredMembers(paths: readonly string[], reason: string): Problem {
  const message =
    paths.length === 1
      ? `The member ${quote(paths[0] ?? '')} of the archive was left out. ${reason}`
      : `${paths.length} members of the archive were left out: ${namedPaths(paths)}. Reason: ${reason}`;
  return warningProblem('CONTENT_IGNORED', message);
}

/** The same warning of several members, told once. */
export function inMembers(paths: readonly string[], problem: Problem): Problem {
  if (paths.length === 1) return inMember(paths[0] ?? '', problem);
  return { ...problem, message: `In ${paths.length} members, ${namedPaths(paths)}: ${problem.message}` };
}

const maxNamedPaths = 5;

function namedPaths(paths: readonly string[]): string {
  const named = paths.slice(0, maxNamedPaths).map(quote).join(', ');
  return paths.length > maxNamedPaths ? `${named} and ${paths.length - maxNamedPaths} more` : named;
}

/** Shows a number of bytes for a person. */
export function sizeText(bytes: number): string {
  const mebibyte = 1024 * 1024;
  return bytes < mebibyte ? `${bytes} bytes` : `${Math.ceil(bytes / mebibyte)} MiB`;
}
