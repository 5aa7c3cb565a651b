/** Places of a definition that repeat its own external reference code. */
import type { JsonObject } from '../../../../shared/json.js';
import { compileReferencePattern } from '../../referencePattern.js';

/** Parts that state their definition; the product ignores it and uses their position. */
export const ownerPlaces: readonly string[] = [
  '/objectLayouts/*/objectDefinitionExternalReferenceCode',
  '/objectViews/*/objectDefinitionExternalReferenceCode',
  '/objectValidationRules/*/objectDefinitionExternalReferenceCode',
];

const rewriters = ['/externalReferenceCode', ...ownerPlaces].map((at) => compileReferencePattern(at));

/** Rewrites every place that repeats the code of the definition; references to the definition are rewritten elsewhere. */
export function rewriteOwnCode(spec: JsonObject, oldName: string, newName: string): JsonObject {
  return rewriters.reduce(
    (current, { rewrite }) => rewrite(current, (name) => (name === oldName ? newName : undefined)),
    spec,
  );
}
