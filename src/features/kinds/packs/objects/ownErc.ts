import type { JsonObject } from '../../../../shared/json.js';
import { mapMember } from '../../objectCopies.js';

/** Rewrites the external reference code in the spec, for kinds that are named by it. */
export function rewriteOwnErc(spec: JsonObject, oldName: string, newName: string): JsonObject {
  return mapMember(spec, 'externalReferenceCode', (erc) => (erc === oldName ? newName : erc));
}

/** Adds the external reference code to the spec, for kinds that are named by it. */
export function withOwnErc(spec: JsonObject, name: string): JsonObject {
  const stated = spec['externalReferenceCode'];
  const isStated = stated !== undefined && stated !== null && stated !== '';
  return isStated ? spec : { ...spec, externalReferenceCode: name };
}
