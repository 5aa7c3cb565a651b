import { AnswerBudget } from '../../../src/graphql/answerBudget.js';
import { LargeAnswers } from '../../../src/graphql/largeAnswers.js';

const limits = { maxObjects: 10_000, maxAnswerBytes: 64_000 };
/** Beyond these an answer is a large one. */
const [manyObjects, manyBytes] = [5001, 1001];

function makeAnswers(count: number, waitMs = 10_000): AnswerBudget[] {
  const largeAnswers = new LargeAnswers({ atOnce: 2, maxWaiting: 1, waitMs });
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
      /more than the 10000 objects .* \(WAYBILL_MAX_OBJECTS\)\. Ask for smaller pages/,
    );
  });

  it('is counted in bytes before they are read', async () => {
    const [answer] = makeAnswers(1) as [AnswerBudget];
    await answer.takeBytes(64_000);
    await expect(answer.takeBytes(1)).rejects.toThrow(
      /more than the 64000 bytes .* \(WAYBILL_MAX_ANSWER_BYTES\)\. Ask for smaller pages/,
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
  ])('wait for each other, and small ones do not: %s', async (_what, grow) => {
    const [first, second, third, small] = makeAnswers(4) as [AnswerBudget, AnswerBudget, AnswerBudget, AnswerBudget];
    await Promise.all([grow(first), grow(second)]);
    const waiting = Promise.resolve(grow(third));
    expect(await isPending(waiting)).toBe(true);
    expect(small.countObjects(10)).toBeUndefined();
    await small.takeBytes(10);
    first.end();
    await waiting;
  });

  it('are refused where too many wait, or for too long', async () => {
    const answers = makeAnswers(4, 1) as [AnswerBudget, AnswerBudget, AnswerBudget, AnswerBudget];
    const [first, second, third, fourth] = answers;
    await Promise.all([first.takeBytes(manyBytes), second.takeBytes(manyBytes)]);
    const waiting = third.takeBytes(manyBytes);
    await expect(fourth.takeBytes(manyBytes)).rejects.toMatchObject({
      originalError: { code: 'TOO_MANY_ANSWERS', retryAfterSeconds: 5 },
    });
    await expect(waiting).rejects.toThrow(/busy with other large answers\. Try again in a moment/);
  });

  it('give their place up once, also when they end while they wait', async () => {
    const [first, second, third, fourth] = makeAnswers(4) as [AnswerBudget, AnswerBudget, AnswerBudget, AnswerBudget];
    await Promise.all([first.takeBytes(manyBytes), second.takeBytes(manyBytes)]);
    const waiting = third.takeBytes(manyBytes);
    third.end();
    first.end();
    first.end();
    await waiting;
    await fourth.takeBytes(manyBytes);
    second.end();
  });
});
