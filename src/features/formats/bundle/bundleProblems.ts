import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';

/** The wording of what is wrong with a bundle as a whole. All are errors: each ends the reading. */

const editedFix =
  'Export it again; or, where it was edited on purpose, write "isDraft": true behind its "formatVersion": then neither count nor digest is asked for.';

/** FORMAT_UNRECOGNIZED: the list of resources is not there, or is no list. */
export function noList(): Problem {
  return errorProblem('FORMAT_UNRECOGNIZED', 'The bundle has no list "resources".', { path: ['resources'] });
}

/** FILE_TRUNCATED: JSON Lines without their last line. */
export function noTrailer(line: number): Problem {
  return errorProblem(
    'FILE_TRUNCATED',
    `The bundle ends after line ${line}, before the line with its count and digest.`,
    {
      line,
      fix: 'Download or export the file again; only a part of it is here.',
    },
  );
}

/** FORMAT_UNRECOGNIZED: the mark of a draft has another value. */
export function draftUnclear(line: number): Problem {
  return errorProblem('FORMAT_UNRECOGNIZED', 'The member "isDraft" of a bundle is true or not there.', {
    path: ['isDraft'],
    line,
    fix: 'Write "isDraft": true for a bundle that was edited, and leave the member out of one that was not.',
  });
}

/** FILE_NOT_JSON: something follows the last line. */
export function afterTrailer(line: number, trailerLine: number): Problem {
  const message = `Line ${line} stands after the line with the bundle's digest, line ${trailerLine}, which must be the last.`;
  return errorProblem('FILE_NOT_JSON', message, { line, fix: 'Upload one bundle at a time.' });
}

/** COUNT_MISMATCH. */
export function otherCount(claimed: number, found: number): Problem {
  const message = `The bundle says that it holds ${claimed} resources, but there are ${found} in it.`;
  return errorProblem('COUNT_MISMATCH', message, { path: ['count'], fix: editedFix });
}

/** DIGEST_MISMATCH: a bundle must carry its digest. */
export function noDigest(): Problem {
  const message = 'The bundle does not give its digest, so that nobody can tell whether it is complete.';
  return errorProblem('DIGEST_MISMATCH', message, { path: ['digest'], fix: editedFix });
}

/** DIGEST_MISMATCH: of the content, however it is laid out. */
export function otherDigest(): Problem {
  const message =
    'The content of the bundle differs from the digest that it gives: it was changed or damaged after it was exported.';
  return errorProblem('DIGEST_MISMATCH', message, { path: ['digest'], fix: editedFix });
}

/** NOTHING_TO_IMPORT. */
export function nothingToImport(): Problem {
  return errorProblem('NOTHING_TO_IMPORT', 'The bundle holds no resources, so there is nothing to import.', {
    path: ['resources'],
  });
}
