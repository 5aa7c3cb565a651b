/** Numbers in requests are read like those in files: inexact ones are marked, never rounded. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { isScalarType, Kind, visit, type FloatValueNode, type GraphQLSchema, type IntValueNode } from 'graphql';
import { lostNumber, exactNumber, markLostNumbers } from '../shared/exactNumbers.js';
import type { JsonValue } from '../shared/json.js';
import type { DuplicateKeys } from './duplicateKeys.js';

/** The option for a parser of JSON bodies, and the handler after it. */
export interface ExactBodies {
  verify: (request: IncomingMessage, response: ServerResponse, body: Buffer, encoding: string) => void;
  handler: RequestHandler;
}

/** Handles bodies and URLs of requests: the parser rounds, so those with inexact numbers are parsed again. */
export function exactBodies(duplicates: DuplicateKeys): ExactBodies {
  const textByRequest = new WeakMap<IncomingMessage, string>();
  return {
    // oxlint-disable-next-line waybill/no-long-parameter-list -- the four parameters of a verifier of body-parser
    verify: (request, _response, body, encoding) => {
      if (!Buffer.isEncoding(encoding)) return;
      textByRequest.set(request, body.toString(encoding));
    },
    handler: (request, _response, next) => {
      const text = textByRequest.get(request);
      textByRequest.delete(request);
      if (text !== undefined) {
        duplicates.look(request, text, request.body as JsonValue);
        const marked = markLostNumbers(text);
        // The parser has accepted it.
        if (marked !== text) request.body = JSON.parse(marked) as unknown;
      }
      request.url = withExactVariables(request, duplicates);
      next();
    },
  };
}

/** Handles requests with a file: the upload library parses their `operations`, so these are marked before. */
export function exactOperations(duplicates: DuplicateKeys): RequestHandler {
  return (request, _response, next) => {
    if (request.is('multipart/form-data') === 'multipart/form-data') {
      const pipe = request.pipe.bind(request);
      request.pipe = (reader, options) => {
        markOperations(reader, (operations) => {
          duplicates.lookAtText(request, operations);
        });
        return pipe(reader, options);
      };
    }
    next();
  };
}

function markOperations(reader: NodeJS.EventEmitter, look: (operations: string) => void): void {
  const emit = reader.emit.bind(reader);
  reader.emit = (event: string | symbol, ...told: unknown[]) => {
    const [name, text, ...rest] = told;
    const isMeant = event === 'field' && name === 'operations' && typeof text === 'string';
    if (!isMeant) return emit(event, ...told);
    look(text);
    return emit(event, name, markLostNumbers(text), ...rest);
  };
}

/** Handles the URL of a GET, whose variables are JSON too. */
function withExactVariables(request: IncomingMessage & { url: string }, duplicates: DuplicateKeys): string {
  const { url } = request;
  const address = new URL(url, 'http://localhost');
  const variables = address.searchParams.get('variables');
  if (variables !== null) duplicates.lookAtText(request, variables);
  const marked = variables === null ? null : markLostNumbers(variables);
  if (marked === null || marked === variables) return url;
  address.searchParams.set('variables', marked);
  return `${address.pathname}${address.search}`;
}

const jsonScalars: readonly string[] = ['JSON', 'JSONObject'];

/** Handles JSON literals in the document of a request. */
export function readLiteralsExactly(schema: GraphQLSchema): void {
  for (const name of jsonScalars) {
    const scalar = schema.getType(name);
    if (!isScalarType(scalar)) continue;
    const parse = scalar.parseLiteral.bind(scalar);
    scalar.parseLiteral = (node, variables) =>
      parse(visit(node, { IntValue: markedLiteral, FloatValue: markedLiteral }), variables);
  }
}

function markedLiteral({ value }: IntValueNode | FloatValueNode) {
  const kept = exactNumber(value);
  return lostNumber(kept) === undefined ? undefined : { kind: Kind.STRING, value: String(kept) };
}
