import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { beginSpan, type BegunSpan } from '../../shared/spans.js';

/** Where the spans of a request and of its operation are, for those who handle it later. */
const [requestKey, operationKey] = ['requestSpan', 'operationSpan'];

/** Makes a span of each request, which continues the trace that its header `traceparent` names. */
export function traceRequests(): RequestHandler {
  return (request, response, next) => {
    const { method, baseUrl: path } = request;
    const { traceparent } = request.headers;
    const span = beginSpan({
      name: `${method} ${path}`,
      kind: 'SERVER',
      parent: typeof traceparent === 'string' ? traceparent : null,
      attributes: { 'http.request.method': method, 'url.path': path },
    });
    if (!span) {
      next();
      return;
    }
    response.locals[requestKey] = span;
    response.once('close', () => {
      const { statusCode } = response;
      span.end({
        attributes: { 'http.response.status_code': statusCode },
        fault: statusCode >= 500 ? String(statusCode) : undefined,
      });
    });
    span.run(next);
  };
}

/**
 * Handles an operation as a span inside that of its request, which reading the body may have left. Who answers the operation ends the span
 * with its name.
 */
export function traceOperations(handler: RequestHandler): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const span = spanIn(response, requestKey)?.run(() => beginSpan({ name: 'graphql' }));
    if (!span) return handler(request, response, next);
    response.locals[operationKey] = span;
    response.once('close', () => {
      span.end();
    });
    return span.run(() => handler(request, response, next));
  };
}

/** The span of the operation of a request. */
export function operationSpan(response: Response): BegunSpan | undefined {
  return spanIn(response, operationKey);
}

function spanIn({ locals }: Response, key: string): BegunSpan | undefined {
  return locals[key] as BegunSpan | undefined;
}
