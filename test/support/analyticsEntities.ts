import type { JsonObject, JsonValue } from '../../src/shared/json.js';
import type { PlanProblem, PlanView } from './importFlow.js';

/** Entities of files of the analytics product, made for tests. Ids follow from short names. */
export function entityId(name: string): string {
  const digits = Buffer.from(name).toString('hex').padEnd(12, '0').slice(0, 12);
  return `00000000-0000-4000-8000-${digits}`;
}

/** An entity less some of its members. */
export function less(entity: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(entity).filter(([key]) => !keys.includes(key)));
}

interface Options {
  id?: string;
  version?: number;
  /** Laid over what a report holds otherwise. */
  data?: JsonObject;
  [member: string]: JsonValue | undefined;
}

function single(exportEntityType: string, name: string, { id, version = 11, data, ...members }: Options): JsonObject {
  return {
    ...{ id: id ?? entityId(name), exportEntityType, name, description: null, sourceIndexVersion: version },
    ...{ collectionId: null, data: data ?? null },
    ...(members as JsonObject),
  };
}

export const definition = (key: string, identifier = 'one', more: JsonObject = {}): JsonObject => ({
  ...{ identifier, key, name: key, displayName: key, versions: ['all'], tenantIds: [null] },
  ...more,
});

/** A process report about some processes. */
export function processReport(name: string, keys: readonly string[], { data, ...options }: Options = {}): JsonObject {
  const definitions = keys.map((key, index) => definition(key, `definition-${index + 1}`));
  const content = {
    ...{ configuration: {}, definitions, filter: [], view: { entity: 'processInstance', properties: ['frequency'] } },
    ...{ groupBy: { type: 'none', value: null }, distributedBy: { type: 'none', value: null } },
    ...{ visualization: 'number', managementReport: false, instantPreviewReport: false },
  };
  return single('single_process_report', name, { ...options, data: { ...content, ...data } });
}

/** A decision report about one decision. */
export function decisionReport(name: string, key: string, options: Options = {}) {
  const data = { configuration: {}, definitions: [definition(key)], filter: [], visualization: 'table' };
  return single('single_decision_report', name, { data, ...options });
}

/** A combined report of process reports by their ids. */
export function combinedReport(name: string, reports: readonly (readonly [id: string, color: string])[]) {
  const data = { configuration: {}, visualization: 'bar', reports: reports.map(([id, color]) => ({ id, color })) };
  return single('combined_report', name, { data });
}

export const reportTile = (id: string, x = 0): JsonObject => ({
  ...{ id, position: { x, y: 0 }, dimensions: { width: 4, height: 2 }, type: 'optimize_report', configuration: null },
});

/** A dashboard of tiles. */
export function dashboard(name: string, tiles: readonly JsonObject[], options: Options = {}): JsonObject {
  const { id = entityId(name), version = 8, availableFilters = [], ...members } = options;
  return {
    ...{ id, exportEntityType: 'dashboard', name, description: null, sourceIndexVersion: version, collectionId: null },
    ...{ tiles: [...tiles], availableFilters, instantPreviewDashboard: false },
    ...(members as JsonObject),
  };
}

/** A problem with what only some have. */
export interface EntityProblem extends PlanProblem {
  originalCode: string | null;
  missing?: { missingId: string; requiredBy: string[] }[];
  mismatchingIndices?: { indexName: string; sourceIndexVersion: number; targetIndexVersion: number }[];
}

export type EntityPlan = Pick<PlanView, 'status' | 'format' | 'counts' | 'isExecutable'> & {
  problems: EntityProblem[];
  items: { edges: { node: { name: string; kind: { name: string }; action: string; problems: EntityProblem[] } }[] };
};

const problemFields = `code severity message path fix originalCode
  ... on FileProblem { line } ... on ResourceProblem { name }
  ... on IncompleteFileProblem { missing { missingId requiredBy } }
  ... on SchemaVersionProblem { mismatchingIndices { indexName sourceIndexVersion targetIndexVersion } }`;

/** A plan with all that problems of this product say. */
export const entityPlanDocument = `query ($id: ID!) { importPlan(id: $id) {
  status format isExecutable counts { total create blocked unchanged collision } problems { ${problemFields} }
  items(first: 100) { edges { node { name kind { name } action problems { ${problemFields} } } } } } }`;
