import type { JsonObject } from '../../../../shared/json.js';
import type { Problem } from '../../../../shared/problem.js';
import type { ProblemCode } from '../../../../shared/problemCode.js';
import type { AdviceFacts, KindDefinition } from '../../kind.js';

/** `advise` and `adviceBits` of a kind with few specs: the bits are derived from the advice. */
export function adviceMembers(
  adviceCodes: readonly ProblemCode[],
  advise: (spec: JsonObject, facts: AdviceFacts) => Problem[],
): Required<Pick<KindDefinition, 'adviceCodes' | 'adviceBits' | 'advise'>> {
  const bitByCode = new Map(adviceCodes.map((code, place) => [code, 1 << place]));
  return {
    adviceCodes,
    advise,
    adviceBits: (spec, facts) => advise(spec, facts).reduce((bits, { code }) => bits | (bitByCode.get(code) ?? 0), 0),
  };
}
