import { GraphQLScalarType } from 'graphql';
import { Float, GraphQLISODateTime } from 'type-graphql';

/** A moment. It is sent as ISO 8601 in UTC with milliseconds; as an argument it may have any offset. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLISODateTime.toConfig(),
  name: 'DateTime',
  description:
    'A date and time with an offset, as in RFC 3339. The server sends UTC with milliseconds, such as 2026-01-31T10:15:00.000Z.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
});

/** The number of bytes of anything: an Int ends at 2 GiB, and a Float is exact up to 8 PiB. */
export const ByteSize = Float;
