import { errorProblem, warningProblem, type Problem } from '../../../shared/problem.js';
import { quote } from '../scanning/fileProblems.js';
import type { FolderKey } from './folderNames.js';

/** Faults of a folder. Each is about one file, which whoever shows it names. */

export function noManifest(): Problem {
  return errorProblem('FORMAT_UNRECOGNIZED', 'The folder has no file waybill.json, so it is not one of Waybill.', {
    fix: 'Name a folder that `waybill export -o DIR/` or `waybill bundle unpack` has written.',
  });
}

export function badManifest(found: string): Problem {
  return errorProblem('FORMAT_UNRECOGNIZED', `waybill.json must state "format": "waybill/folder", but ${found}.`, {
    fix: 'Take the file from an export of the same project.',
  });
}

export function otherVersion(found: string): Problem {
  return errorProblem('FORMAT_VERSION_UNSUPPORTED', `The folder has format version ${found}; version 1 is supported.`, {
    path: ['formatVersion'],
    fix: 'Use the version of Waybill that has written it, or a newer one.',
  });
}

export function halfWritten(): Problem {
  return errorProblem(
    'FILE_TRUNCATED',
    'An export into this folder was interrupted while it replaced files: it is a mixture of two states.',
    { fix: 'Export into it again, or take all of it from Git and delete .waybill-incomplete.' },
  );
}

export function mergeConflict(line: number): Problem {
  return errorProblem('FILE_NOT_JSON', 'The file contains a conflict that Git could not merge.', {
    line,
    fix: 'Decide between the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  });
}

export function linkRefused(): Problem {
  return errorProblem('ARCHIVE_REFUSED', 'This is a link, or not a file at all: nothing outside the folder is read.', {
    fix: 'Replace it by a copy of the file.',
  });
}

export function noRecord(): Problem {
  return errorProblem('ITEM_MALFORMED', 'The file is no resource: a resource has a "kind", a "name" and a "spec".', {
    line: 1,
    fix: 'Correct it, or move it out of the folder.',
  });
}

export function badFileMember(found: string): Problem {
  return errorProblem('ITEM_MALFORMED', `"$file" must be the name of a file in the same folder, but it is ${found}.`, {
    fix: 'Name a file beside this one, without a folder.',
  });
}

export function noTextFile(name: string): Problem {
  return errorProblem('ITEM_MALFORMED', `The file ${quote(name)} is missing: a text of this resource is in it.`, {
    fix: 'Take it from Git, or write the text in place of its "$file".',
  });
}

export function unusedFile(): Problem {
  return warningProblem('CONTENT_IGNORED', 'No resource names this file, so it is left out.', {
    fix: 'Delete it, or write its name as "$file" at the place of its text.',
  });
}

export function misnamed(expected: string, { kind, name }: FolderKey): Problem {
  return errorProblem('ITEM_MALFORMED', `The file contains the ${kind} ${quote(name)}, which belongs in ${expected}.`, {
    kind,
    name,
    fix: `Move it to ${expected}; or, if the resource is to be renamed, change its "name" too.`,
  });
}

export function twice({ kind, name }: FolderKey, otherPath: string): Problem {
  return errorProblem('DUPLICATE_IN_FILE', `${otherPath} contains the ${kind} ${quote(name)} too.`, {
    kind,
    name,
    fix: 'Delete one of the two files, or give its resource another name.',
  });
}

export function idTwice({ kind, name }: FolderKey, otherPath: string): Problem {
  return errorProblem('DUPLICATE_IN_FILE', `${otherPath} has the same "id": one of the two is a copy.`, {
    kind,
    name,
    fix: 'Remove the "id" from the copy: new resources have none.',
  });
}
