import type { AnswerBudget } from '../graphql/index.js';

/** The unfinished answers of a socket, by the id of their operation. */
export class SocketAnswers {
  private readonly answerById = new Map<string, AnswerBudget>();

  /** An operation starts its next answer: the former one was sent. */
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
