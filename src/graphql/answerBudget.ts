import { setImmediate as nextTurn } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import { AppError } from '../shared/appError.js';
import { LargeAnswers, type LargeAnswerTurn } from './largeAnswers.js';

/** Limits per answer. */
interface AnswerLimits {
  maxObjects: number;
  /** Bytes of specs, other JSON values and long texts. */
  maxAnswerBytes: number;
}

/** An answer beyond this share of the limits is large; few of these are built at the same time. */
const smallShare = 1 / 64;
const smallObjects = 5000;
/** Bytes that are read and parsed in one turn of the event loop; others are served between the turns. */
const bytesPerTurn = 1024 * 1024;

/** Creates a budget for each answer. */
export class AnswerBudgets {
  private readonly largeAnswers = new LargeAnswers();

  constructor(private readonly limits: AnswerLimits) {}

  begin(): AnswerBudget {
    return new AnswerBudget(this.limits, this.largeAnswers);
  }
}

/**
 * What an answer has come to while it is made. It lives as long as its request, or its event of a subscription. What goes beyond a limit ends the whole answer: every later use fails with the same error.
 */
export class AnswerBudget {
  private objectCount = 0;
  private byteCount = 0;
  private turn: Promise<unknown> = Promise.resolve();
  private turnCount = 0;
  private place: Promise<void> | undefined;
  private large: LargeAnswerTurn | undefined;
  private isOver = false;

  /** The reason why the answer is refused; undefined while it is allowed. */
  refusal: GraphQLError | undefined;

  constructor(
    private readonly limits: AnswerLimits,
    private readonly largeAnswers: LargeAnswers,
  ) {}

  /** @throws GraphQLError ANSWER_TOO_LARGE when a limit was reached: nothing more is to be done for this answer. */
  ensureOpen(): void {
    if (this.refusal) throw this.refusal;
  }

  /**
   * Counts objects and elements of lists. Gives a promise where the answer has to wait, because others that are large are being made.
   * @throws GraphQLError ANSWER_TOO_LARGE
   */
  countObjects(count: number): Promise<void> | undefined {
    this.ensureOpen();
    this.objectCount += count;
    const { maxObjects } = this.limits;
    if (this.objectCount > maxObjects) throw this.refuse(AppError.tooManyObjects(maxObjects));
    return this.objectCount > smallObjects ? this.placeAmongLarge() : undefined;
  }

  /**
   * Counts bytes that are about to be read, or that were found where they cannot be known before.
   * @throws GraphQLError ANSWER_TOO_LARGE
   */
  async takeBytes(count: number): Promise<void> {
    this.ensureOpen();
    this.byteCount += count;
    const { maxAnswerBytes: maxBytes } = this.limits;
    if (this.byteCount > maxBytes) throw this.refuse(AppError.tooManyBytes(maxBytes));
    const turn = this.turnOf(this.byteCount);
    if (this.byteCount > maxBytes * smallShare) await this.placeAmongLarge();
    await turn;
    this.ensureOpen();
  }

  /** All of the answer is known: what is left is to send it. */
  made(): void {
    this.large?.made();
  }

  /** The answer was sent or abandoned. */
  end(): void {
    this.isOver = true;
    this.large?.end();
  }

  /** The turn in which so many bytes are reached: each begins when the one before is over. */
  private turnOf(byteCount: number): Promise<unknown> {
    const turnNumber = Math.floor(byteCount / bytesPerTurn);
    if (turnNumber > this.turnCount) {
      this.turnCount = turnNumber;
      this.turn = this.turn.then(() => nextTurn());
    }
    return this.turn;
  }

  private placeAmongLarge(): Promise<void> {
    this.place ??= this.enter();
    return this.place;
  }

  private async enter(): Promise<void> {
    try {
      this.large = await this.largeAnswers.enter();
      if (this.isOver) this.large.end();
    } catch (error) {
      throw error instanceof AppError ? this.refuse(error) : error;
    }
  }

  private refuse(originalError: AppError): GraphQLError {
    // An error that has a path is taken as it is: thousands of fields that fail with it cost nothing more.
    this.refusal ??= new GraphQLError(originalError.message, { originalError, path: [] });
    return this.refusal;
  }
}
