/** Places of a definition that repeat its own external reference code. */
import type { JsonObject } from '../../../../shared/json.js';
import { compileReferencePattern } from '../../referencePattern.js';

/** Parts that say which definition they belong to; the product goes by where they stand. */
export const ownerPlaces: readonly string[] = [
  '/objectLayouts/*/objectDefinitionExternalReferenceCode',
  '/objectViews/*/objectDefinitionExternalReferenceCode',
  '/objectValidationRules/*/objectDefinitionExternalReferenceCode',
];

const rewriters = ['/externalReferenceCode', ...ownerPlaces].map((at) => compileReferencePattern(at));

/** Rewrites every place that repeats the definition's own code; what names it as another resource would is a reference. */
export function rewriteOwnCode(spec: JsonObject, oldName: string, newName: string): JsonObject {
  return rewriters.reduce(
    (current, { rewrite }) => rewrite(current, (name) => (name === oldName ? newName : undefined)),
    spec,
  );
}
