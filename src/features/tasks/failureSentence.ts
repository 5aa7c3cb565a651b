import { AppError } from '../../shared/appError.js';
import { isDiskFull } from '../../shared/diskFull.js';

/** The message of a failed task. Unexpected errors are not disclosed: the message has only a ref, which is also in the log. */
export function failureSentence(error: unknown, ref: string): { sentence: string; isExpected: boolean } {
  if (isDiskFull(error))
    return expected('The disk is full. Nothing of the task was kept; make room and start it again.');
  if (error instanceof AppError && error.code === 'DATABASE_UNAVAILABLE') return expected(lostDatabase);
  if (error instanceof AppError && error.code !== 'INTERNAL') return expected(error.message);
  return { sentence: `Internal error (ref ${ref}). Nothing of the task was kept.`, isExpected: false };
}

const lostDatabase =
  'The connection to the database was lost in the middle. Nothing of the task was kept; start it again when the database answers.';

function expected(sentence: string): { sentence: string; isExpected: true } {
  return { sentence, isExpected: true };
}
