import type { AnswerBudget } from '../graphql/index.js';

/** The answers that are under way on a socket, by the id of their operation. */
export class SocketAnswers {
  private readonly answerById = new Map<string, AnswerBudget>();

  /** An operation gets to its next answer: the one before was sent. */
  begin(operationId: string, answer: AnswerBudget): void {
    this.end(operationId);
    this.answerById.set(operationId, answer);
  }

  end(operationId: string): void {
    this.answerById.get(operationId)?.end();
    this.answerById.delete(operationId);
  }

  endAll(): void {
    for (const operationId of this.answerById.keys()) this.end(operationId);
  }
}
