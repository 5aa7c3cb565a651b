/** A request whose JSON has a key twice in one object is refused: a parser would keep the last value without a warning. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { duplicateIn, type DuplicateMember } from '../shared/duplicateMember.js';
import type { JsonValue } from '../shared/json.js';
import { refusals } from './limits/refusals.js';

/** Remembers the requests that have such a key until they are refused. */
export class DuplicateKeys {
  private readonly foundByRequest = new WeakMap<IncomingMessage, DuplicateMember>();

  /** Looks at a text and at the value that it was parsed to. */
  look(request: IncomingMessage, text: string, value: JsonValue): void {
    const found = duplicateIn(text, value);
    if (found) this.foundByRequest.set(request, found);
  }

  /** Looks at a text that was not parsed yet. One that is not JSON is left to its parser. */
  lookAtText(request: IncomingMessage, text: string): void {
    const found = duplicateInText(text);
    if (found) this.foundByRequest.set(request, found);
  }

  refuse(): RequestHandler {
    return (request, _response, next) => {
      const found = this.foundByRequest.get(request);
      if (found) throw refusals.duplicateKey(found);
      next();
    };
  }
}

/** The first key that occurs twice in one object of a text; undefined also for a text that is not JSON. */
export function duplicateInText(text: string): DuplicateMember | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
  return duplicateIn(text, value);
}
