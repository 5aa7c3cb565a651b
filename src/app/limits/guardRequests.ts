import type { Request, RequestHandler } from 'express';
import type { OperationRequest } from './allowedOperations.js';
import type { OperationGuard } from './operationGuard.js';
import { refusals } from './refusals.js';

/** Checks the operation of an HTTP request against the limits before GraphQL sees it. */
export function guardRequests(guard: OperationGuard): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET') guardSearch(guard, request);
    else request.body = guardedBody(guard, request);
    next();
  };
}

function guardedBody(guard: OperationGuard, request: Request): unknown {
  const body: unknown = request.body;
  if (Array.isArray(body)) throw refusals.severalOperations();
  return isOperation(body) ? guard.admit(body) : body;
}

function guardSearch(guard: OperationGuard, request: Request): void {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const sent = {
    query: searchParams.get('query') ?? undefined,
    operationName: searchParams.get('operationName') ?? undefined,
    extensions: parsed(searchParams.get('extensions')),
  };
  const admitted = guard.admit(sent);
  if (admitted === sent) return;
  searchParams.delete('extensions');
  searchParams.set('query', String(admitted.query));
  searchParams.set('operationName', String(admitted.operationName));
  request.url = `${pathname}?${searchParams.toString()}`;
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isOperation(value: unknown): value is OperationRequest {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
