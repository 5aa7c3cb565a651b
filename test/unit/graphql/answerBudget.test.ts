import { AnswerBudget } from '../../../src/graphql/answerBudget.js';
import { LargeAnswers } from '../../../src/graphql/largeAnswers.js';

const limits = { maxObjects: 10_000, maxAnswerBytes: 64_000 };
/** Beyond these an answer is a large one. */
const [manyObjects, manyBytes] = [5001, 1001];

function makeAnswers(count: number, waitMs = 10_000): AnswerBudget[] {
  const largeAnswers = new LargeAnswers({ maxUnsent: 2, maxWaiting: 1, waitMs });
  return Array.from({ length: count }, () => new AnswerBudget(limits, largeAnswers));
}

async function isPending(work: Promise<unknown> | undefined): Promise<boolean> {
  const pending = Symbol('pending');
  const turn = new Promise((resolve) => setImmediate(resolve)).then(() => pending);
  return (await Promise.race([work, turn])) === pending;
}

describe('what one answer may hold', () => {
  it('is counted in objects, and ends with the limit, its setting and what to do', () => {
    const [answer] = makeAnswers(1) as [AnswerBudget];
    expect(answer.countObjects(5000)).toBeUndefined();
    expect(() => answer.countObjects(5001)).toThrow(
      /more than 10000 objects \(WAYBILL_MAX_OBJECTS\)\. Ask for smaller pages/,
    );
  });

  it('is counted in bytes before they are read', async () => {
    const [answer] = makeAnswers(1) as [AnswerBudget];
    await answer.takeBytes(64_000);
    await expect(answer.takeBytes(1)).rejects.toThrow(
      /more than 64000 bytes \(WAYBILL_MAX_ANSWER_BYTES\)\. Ask for smaller pages/,
    );
  });

  it('lets nothing more be done once it is too large, and gives the same error each time', () => {
    const [answer] = makeAnswers(1) as [AnswerBudget];
    expect(() => answer.countObjects(10_001)).toThrow(answer.refusal);
    const { refusal } = answer;
    expect(() => {
      answer.ensureOpen();
    }).toThrow(refusal);
    expect(() => answer.countObjects(1)).toThrow(refusal);
    expect(answer.refusal).toBe(refusal);
  });

  it('lets others be served while many bytes are read', async () => {
    const answer = new AnswerBudget({ maxObjects: 1, maxAnswerBytes: 2 ** 30 }, new LargeAnswers());
    const reads = Array.from({ length: 4 }, () => answer.takeBytes(700_000));
    expect(await isPending(reads[0])).toBe(false);
    expect(await isPending(reads[3])).toBe(true);
    await Promise.all(reads);
  });
});

describe('large answers', () => {
  it.each([
    ['objects', (answer: AnswerBudget) => answer.countObjects(manyObjects)],
    ['bytes', (answer: AnswerBudget) => answer.takeBytes(manyBytes)],
  ])('are made one after the other, and small ones are not held up: %s', async (_what, grow) => {
    const [first, second, small] = makeAnswers(3) as [AnswerBudget, AnswerBudget, AnswerBudget];
    await grow(first);
    const waiting = Promise.resolve(grow(second));
    expect(await isPending(waiting)).toBe(true);
    expect(small.countObjects(10)).toBeUndefined();
    await small.takeBytes(10);
    first.made();
    await waiting;
  });

  it('wait while too many that were made are not sent', async () => {
    const [first, second, third, fourth] = makeAnswers(4) as [AnswerBudget, AnswerBudget, AnswerBudget, AnswerBudget];
    for (const answer of [first, second]) {
      await answer.takeBytes(manyBytes);
      answer.made();
    }
    const waiting = third.takeBytes(manyBytes);
    expect(await isPending(waiting)).toBe(true);
    second.end();
    await waiting;
    third.end();
    await fourth.takeBytes(manyBytes);
  });

  it('are refused where too many wait, or for too long', async () => {
    const [first, second, third] = makeAnswers(3, 1) as [AnswerBudget, AnswerBudget, AnswerBudget];
    await first.takeBytes(manyBytes);
    const waiting = second.takeBytes(manyBytes);
    await expect(third.takeBytes(manyBytes)).rejects.toMatchObject({
      originalError: { code: 'TOO_MANY_ANSWERS', retryAfterSeconds: 5 },
    });
    await expect(waiting).rejects.toThrow(/busy with other large answers\. Try again in a moment/);
  });

  it('give their turn up once, also when they end while they wait', async () => {
    const [first, second, third, fourth] = makeAnswers(4) as [AnswerBudget, AnswerBudget, AnswerBudget, AnswerBudget];
    await first.takeBytes(manyBytes);
    const waiting = second.takeBytes(manyBytes);
    second.end();
    first.end();
    first.end();
    await waiting;
    await third.takeBytes(manyBytes);
    expect(await isPending(fourth.takeBytes(manyBytes))).toBe(true);
    third.end();
  });
});
