/** The versions and tenants that reports require of their definitions, and that definitions offer. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import { mapElements, mapMember } from '../../objectCopies.js';
import { arrayMember, partsAt, textMember, textsAt } from '../../specParts.js';
import type { NeedChange, NeedRules, TargetNeed, TargetOffer, Tenant } from '../../targetNeeds.js';

/** Words that the original accepts instead of a version. */
const anyVersionWords: readonly string[] = ['all', 'latest'];

/** The requirements of a report on its definitions; none for a definition without a key. */
export const definitionNeeds: NeedRules = {
  anyVersionWords,
  find: (spec) =>
    partsAt(spec, '/data/definitions/*').flatMap(({ value, path }) => needOf(value, toPointer([...path, 'key']))),
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

function needOf(definition: JsonObject, at: string): TargetNeed[] {
  const name = textMember(definition, 'key');
  if (name === undefined) return [];
  const versions = arrayMember(definition, 'versions').filter((version) => typeof version === 'string');
  const isAnyVersion = versions.some((version) => anyVersionWords.includes(version));
  return [{ at, name, versions, isAnyVersion, tenants: tenantsOf(definition, 'tenantIds') }];
}

function rewriteAll(definitions: JsonValue[], changeOf: (need: TargetNeed) => NeedChange | undefined): JsonValue[] {
  return mapElements(definitions, (definition, index) => {
    if (!isJsonObject(definition)) return definition;
    const [need] = needOf(definition, toPointer(['data', 'definitions', String(index), 'key']));
    const { versions, tenants } = (need && changeOf(need)) ?? {};
    return withList(withList(definition, 'versions', versions), 'tenantIds', tenants);
  });
}

function withList(holder: JsonObject, member: string, list: readonly Tenant[] | undefined): JsonObject {
  if (!list || JSON.stringify(holder[member]) === JSON.stringify(list)) return holder;
  return { ...holder, [member]: [...list] };
}
