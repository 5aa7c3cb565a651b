import type { GraphQLSchema } from 'graphql';
import type { QueryLimits } from '../../shared/config.js';
import type { AllowedOperations, OperationRequest } from './allowedOperations.js';
import { textRefusal } from './queryText.js';
import { readOperationsFile } from './readOperationsFile.js';

/** What each operation passes before it is parsed, over HTTP and WebSocket alike. */
export class OperationGuard {
  private constructor(
    readonly limits: QueryLimits,
    private readonly allowed: AllowedOperations | undefined,
  ) {}

  /** @throws AppError CONFIGURATION_INVALID when there is a list of operations, and it is unfit. */
  static of(limits: QueryLimits, schema: GraphQLSchema): OperationGuard {
    const { operationsFile } = limits;
    return new OperationGuard(
      limits,
      operationsFile === undefined ? undefined : readOperationsFile(operationsFile, schema),
    );
  }

  /**
   * The operation that may run for a request: what was sent, or what the list of operations has in its place.
   * @throws AppError when none may.
   */
  admit<Request extends OperationRequest>(request: Request): Request {
    const refusal = typeof request.query === 'string' ? textRefusal(request.query) : undefined;
    if (refusal) throw refusal;
    return this.allowed ? { ...request, ...this.allowed.find(request) } : request;
  }
}
