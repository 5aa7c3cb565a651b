import type { JsonObject } from '../../../../shared/json.js';
import { errorProblem, type Problem } from '../../../../shared/problem.js';
import { ownMember } from '../../objectCopies.js';

const maxLength = 400;

/** A description is null, absent, or has 1 to 400 characters: the original refuses an empty one. */
export function checkDescription(spec: JsonObject): Problem[] {
  const description = ownMember(spec, 'description');
  if (typeof description !== 'string') return [];
  const isEmpty = description === '';
  if (!isEmpty && description.length <= maxLength) return [];
  const message = isEmpty ? 'The description is empty.' : `The description is longer than ${maxLength} characters.`;
  const fix = isEmpty ? 'Write null where there is none.' : 'Shorten it.';
  return [
    errorProblem('SPEC_INVALID', message, { path: ['description'], fix, originalCode: 'importDescriptionInvalid' }),
  ];
}
