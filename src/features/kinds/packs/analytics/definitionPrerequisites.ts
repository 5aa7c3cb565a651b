/** The versions and tenants that reports require of their definitions, and that definitions offer. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import { mapElements, mapMember } from '../../objectCopies.js';
import { arrayMember, partsAt, textMember, textsAt } from '../../specParts.js';
import type {
  RequiredTargetChange,
  PrerequisiteRules,
  RequiredTarget,
  TargetOffer,
  Tenant,
} from '../../prerequisites.js';

/** Words that the original accepts instead of a version. */
const anyVersionWords: readonly string[] = ['all', 'latest'];

/** The requirements of a report on its definitions; none for a definition without a key. */
export const definitionPrerequisites: PrerequisiteRules = {
  anyVersionWords,
  find: (spec) =>
    partsAt(spec, '/data/definitions/*').flatMap(({ value, path }) =>
      requiredTargetOf(value, toPointer([...path, 'key'])),
    ),
  rewrite: (spec, changeOf) =>
    mapMember(spec, 'data', (data) =>
      isJsonObject(data)
        ? mapMember(data, 'definitions', (list) => (Array.isArray(list) ? rewriteAll(list, changeOf) : list))
        : data,
    ),
};

/** The versions and tenants of a definition. Without tenants it is shared by all. */
export function definitionOffer(spec: JsonObject): TargetOffer {
  const tenants = tenantsOf(spec, 'tenantIds');
  return {
    versions: textsAt(spec, '/versions/*').map(({ text }) => text),
    tenants: tenants.length === 0 ? [null] : tenants,
  };
}

/** Tenants that a member lists. */
export function tenantsOf(holder: JsonObject, member: string): Tenant[] {
  return arrayMember(holder, member).filter((tenant) => tenant === null || typeof tenant === 'string');
}

function requiredTargetOf(definition: JsonObject, at: string): RequiredTarget[] {
  const name = textMember(definition, 'key');
  if (name === undefined) return [];
  const versions = arrayMember(definition, 'versions').filter((version) => typeof version === 'string');
  const isAnyVersion = versions.some((version) => anyVersionWords.includes(version));
  return [{ at, name, versions, isAnyVersion, tenants: tenantsOf(definition, 'tenantIds') }];
}

function rewriteAll(
  definitions: JsonValue[],
  changeOf: (required: RequiredTarget) => RequiredTargetChange | undefined,
): JsonValue[] {
  return mapElements(definitions, (definition, index) => {
    if (!isJsonObject(definition)) return definition;
    const [required] = requiredTargetOf(definition, toPointer(['data', 'definitions', String(index), 'key']));
    const { versions, tenants } = (required && changeOf(required)) ?? {};
    return withList(withList(definition, 'versions', versions), 'tenantIds', tenants);
  });
}

function withList(holder: JsonObject, member: string, list: readonly Tenant[] | undefined): JsonObject {
  if (!list || JSON.stringify(holder[member]) === JSON.stringify(list)) return holder;
  return { ...holder, [member]: [...list] };
}
