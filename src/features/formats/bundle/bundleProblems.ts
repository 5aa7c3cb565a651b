import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { nothingToImport } from '../scanning/fileProblems.js';

/** Problems of a whole bundle. All are errors: each ends the reading. */

const editedFix =
  'Export it again. If it was edited on purpose, add "isDraft": true after its "formatVersion"; then count and digest are not checked.';

/** FORMAT_UNRECOGNIZED: the list of resources is missing, or is not a list. */
export function noList(): Problem {
  return errorProblem('FORMAT_UNRECOGNIZED', 'The bundle has no list "resources".', { path: ['resources'] });
}

/** FILE_TRUNCATED: the last line is missing (JSON Lines). */
export function noTrailer(line: number): Problem {
  return errorProblem(
    'FILE_TRUNCATED',
    `The bundle ends after line ${line}; the last line with the count and digest is missing.`,
    {
      line,
      fix: 'The file is incomplete. Download or export it again.',
    },
  );
}

/** FORMAT_UNRECOGNIZED: `isDraft` is neither true nor absent. */
export function draftUnclear(line: number): Problem {
  return errorProblem('FORMAT_UNRECOGNIZED', 'The member "isDraft" of a bundle must be true or absent.', {
    path: ['isDraft'],
    line,
    fix: 'Use "isDraft": true for an edited bundle, and remove the member from any other.',
  });
}

/** FILE_NOT_JSON: a line follows the last line of the bundle. */
export function afterTrailer(line: number, trailerLine: number): Problem {
  const message = `Line ${line} follows line ${trailerLine} with the digest of the bundle, which must be the last line.`;
  return errorProblem('FILE_NOT_JSON', message, { line, fix: 'Upload one bundle at a time.' });
}

/** COUNT_MISMATCH. */
export function otherCount(claimed: number, found: number): Problem {
  const message = `The bundle states ${claimed} resources, but contains ${found}.`;
  return errorProblem('COUNT_MISMATCH', message, { path: ['count'], fix: editedFix });
}

/** DIGEST_MISMATCH: the digest is missing. */
export function noDigest(): Problem {
  const message = 'The bundle does not state its digest, so its completeness cannot be checked.';
  return errorProblem('DIGEST_MISMATCH', message, { path: ['digest'], fix: editedFix });
}

/** DIGEST_MISMATCH: the content has another digest, independent of white space and order of members. */
export function otherDigest(): Problem {
  const message =
    'The content of the bundle differs from its digest: the bundle was changed or damaged after the export.';
  return errorProblem('DIGEST_MISMATCH', message, { path: ['digest'], fix: editedFix });
}

/** NOTHING_TO_IMPORT. */
export function emptyBundle(): Problem {
  return nothingToImport('The bundle contains no resources, so there is nothing to import.', ['resources']);
}
