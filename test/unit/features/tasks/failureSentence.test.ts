import { failureSentence } from '../../../../src/features/tasks/failureSentence.js';
import { AppError } from '../../../../src/shared/appError.js';

describe('why a task failed', () => {
  it('is told in the words of an error that clients may read', () => {
    const { sentence, isExpected } = failureSentence(AppError.databaseBusy(60_000, undefined), 'ref-1');
    expect(sentence).toBe('The database was busy for 60 s; nothing was changed. Try again.');
    expect(isExpected).toBe(true);
  });

  it.each(['SQLITE_FULL', 'ENOSPC', 'EDQUOT'])('is told as a full disk for %s', (code) => {
    const { sentence, isExpected } = failureSentence(Object.assign(new Error('write'), { code }), 'ref-1');
    expect(sentence).toMatch(/^The disk is full\./);
    expect(isExpected).toBe(true);
  });

  it.each([
    ['an error', new TypeError('x is undefined, in /srv/secret')],
    ['an internal error', AppError.internal('No handler.')],
    ['anything else that was thrown', 'text'],
    ['nothing', undefined],
  ])('is told as a ref alone for %s', (_what, thrown) => {
    expect(failureSentence(thrown, 'ref-1')).toEqual({
      sentence: 'Internal error (ref ref-1). Nothing of the task was kept.',
      isExpected: false,
    });
  });
});
