import { AppError } from '../../shared/appError.js';

const diskFullCodes = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT', 'EFBIG']);

/** Why a task failed, as a person may read it. What nobody expected is not told, only a ref under which the log has it. */
export function failureSentence(error: unknown, ref: string): { sentence: string; isExpected: boolean } {
  if (error instanceof AppError && error.code !== 'INTERNAL') return { sentence: error.message, isExpected: true };
  const code: unknown = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && diskFullCodes.has(code)) {
    return {
      sentence: 'The disk is full. Nothing of the task was kept; make room and start it again.',
      isExpected: true,
    };
  }
  return { sentence: `Internal error (ref ${ref}). Nothing of the task was kept.`, isExpected: false };
}
