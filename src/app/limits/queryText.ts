/**
 * A look at a query's text before it is parsed. The parser, the rules of validation and the execution call themselves for each level,
 * also for levels that are not of fields (fragments, lists in arguments): a text that is nested without end would break the stack.
 */
import { Lexer, Source, TokenKind } from 'graphql';
import type { AppError } from '../../shared/appError.js';
import { refusals } from './refusals.js';

/** The longest of the examples has 400. */
export const maxTokens = 15_000;
/** Maximum number of open brackets of any type: far more than fields need. */
const maxOpenBrackets = 250;

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** The reason not to parse a text; undefined if it may be parsed. Syntax errors are left to the parser. */
export function textRefusal(query: string): AppError | undefined {
  const lexer = new Lexer(new Source(query));
  try {
    for (let count = 1, open = 0; lexer.advance().kind !== TokenKind.EOF; count += 1) {
      const { kind } = lexer.token;
      if (opening.has(kind)) open += 1;
      else if (closing.has(kind)) open -= 1;
      if (count > maxTokens) return refusals.queryTooLong(maxTokens);
      if (open > maxOpenBrackets) return refusals.queryTooDeep(maxOpenBrackets);
    }
  } catch {
    // A letter that GraphQL does not know: the parser stops there too, and says where.
  }
  return undefined;
}
