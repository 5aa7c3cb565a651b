import { ShellDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import type { Place } from './branchPath.js';

/** The answers after which the number of templates is another. */
const templateChanges = ['SaveTemplatePayload', 'DeleteTemplatePayload'];

/** A branch and its project, with the counts of what they hold. */
export function useShell(place: Place) {
  return useQuery(ShellDocument, place, { changedBy: templateChanges });
}
