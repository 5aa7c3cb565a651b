import { GraphQLError } from 'graphql';
import pino from 'pino';
import { faultBetweenEvents, formatError } from '../../../src/app/errorBoundary.js';

/** As a client of a subscription sees a fault: the protocol's library wraps it, and knows no place for it. */
function shown(fault: Error) {
  const originalError = faultBetweenEvents(fault);
  const error = new GraphQLError(originalError.message, { originalError });
  return formatError(pino({ level: 'silent' }), { isIntrospectionAllowed: true })(error.toJSON(), error);
}

describe('what ends a subscription between two events', () => {
  it('names a database that is away, and not its address', () => {
    const fault = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    const { message, extensions } = shown(fault);
    expect(extensions).toEqual({ code: 'DATABASE_UNAVAILABLE' });
    expect(message).not.toContain('127.0.0.1');
  });

  it('shows a ref for a fault of the server', () => {
    const { message, extensions } = shown(new TypeError('secret'));
    expect(extensions).toEqual({ code: 'INTERNAL' });
    expect(message).toMatch(/^Internal error \(ref \S+\)\.$/);
  });
});
