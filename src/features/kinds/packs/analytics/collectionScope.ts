/** The definitions that reports in a collection may use: its data sources, for their tenants. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { arrayMember, partsAt } from '../../specParts.js';
import type { SourceGap, SourceScope, Tenant } from '../../prerequisites.js';
import { definitionTypes } from './dataSources.js';
import { tenantsOf } from './definitionPrerequisites.js';
import { kindNames } from './kindNames.js';

const typeByKind: Readonly<Record<string, string>> = {
  [kindNames.processDefinition]: definitionTypes.process,
  [kindNames.decisionDefinition]: definitionTypes.decision,
};

/** The scope of collections. */
export const collectionScope: SourceScope = {
  tenantsOf: (spec, { kind, name }) => {
    const sources = partsAt(spec, '/dataSources/*').filter(({ value }) => isSource(value, { kind, name }));
    return sources.length === 0 ? undefined : sources.flatMap(({ value }) => sourceTenants(value));
  },
  extend: (spec, gaps) => gaps.reduce(withSource, spec),
};

function isSource(source: JsonObject, { kind, name }: Pick<SourceGap, 'kind' | 'name'>): boolean {
  return source['definitionType'] === typeByKind[kind] && source['definitionKey'] === name;
}

/** A source without tenants is for resources without a tenant, as in the original. */
function sourceTenants(source: JsonObject): Tenant[] {
  const tenants = tenantsOf(source, 'tenants');
  return tenants.length === 0 ? [null] : tenants;
}

function withSource(spec: JsonObject, gap: SourceGap): JsonObject {
  const sources = arrayMember(spec, 'dataSources');
  const known = sources.filter(isJsonObject).find((source) => isSource(source, gap));
  const tenants = [...new Set([...(known ? sourceTenants(known) : []), ...gap.tenants])];
  const source = known
    ? { ...known, tenants }
    : { definitionType: typeByKind[gap.kind] ?? '', definitionKey: gap.name, tenants };
  const dataSources = known ? sources.map((other) => (other === known ? source : other)) : [...sources, source];
  return { ...spec, dataSources };
}
