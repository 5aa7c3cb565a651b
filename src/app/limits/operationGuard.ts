import type { GraphQLSchema } from 'graphql';
import type { QueryLimits } from '../../shared/config.js';
import type { AllowedOperations, OperationRequest } from './allowedOperations.js';
import { textRefusal } from './queryText.js';
import { readOperationsFile } from './readOperationsFile.js';

/** The checks of an operation before it is parsed, over HTTP and WebSocket. */
export class OperationGuard {
  private constructor(
    readonly limits: QueryLimits,
    private readonly allowed: AllowedOperations | undefined,
  ) {}

  /** @throws AppError CONFIGURATION_INVALID for an invalid list of operations */
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
