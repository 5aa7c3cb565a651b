import { defaultPageSize, maxPageSize } from '../../graphql/index.js';
import { maxBranches } from '../../features/projects/index.js';

/** Assumed length of a list without pages in the cost of a query; most are shorter. */
export const usualListSize = 10;

interface ListSize {
  /** The maximum length: a longer list is an error of its field. */
  most: number;
  /** Assumed length in the cost of a query, if greater than the usual one. */
  usual?: number;
}

/** Declared in the code of the server: kinds, packs, capabilities and references. */
const declared: ListSize = { most: 1000 };
/** Limited by a list in the input, see inputBounds.ts. */
const given: ListSize = { most: 1000 };
/** Fields of a definition, or of the records of a file. */
const fields: ListSize = { most: 10_000 };
/** Limited by the nesting of a document, plus a few segments. */
const path: ListSize = { most: 200 };

/** Maximum number of problems in a list; one more gives the number of the others. */
export const maxProblems = 1000;

/** All lists of the schema without pages, by `Type.field`; lists of problems have one rule for all. */
export const listSizes: ReadonlyMap<string, ListSize> = new Map([
  ['Branch.kindCounts', declared],
  ['Dependency.targetKinds', declared],
  ['DependencyCycle.nodes', { most: 10_000 }],
  ['DependencyGraph.cycles', { most: 10_000 }],
  ['DependencyGraph.edges', { most: 100_000, usual: 1000 }],
  ['DependencyGraph.nodes', { most: 10_000, usual: 1000 }],
  ['DependencyGraph.unresolved', { most: 10_000, usual: 1000 }],
  ['ExportItem.reason', { most: 50 }],
  ['ExportPreview.byKind', declared],
  ['ExportPreview.cycles', { most: 100 }],
  ['ExportPreview.requirements', { most: 1000, usual: 100 }],
  ['ExportPreview.unresolved', { most: 1000, usual: 100 }],
  ['ExportRequirement.requiredBy', { most: 50 }],
  ['ExportRequirement.targetKinds', declared],
  ['FileProblem.path', path],
  ['ImportCycle.itemIds', { most: 10_000 }],
  ['ImportItem.diff', { most: 1000 }],
  ['ImportPlan.kindCounts', declared],
  ['ImportPlan.mapping', fields],
  ['ImportPlan.missingRequiredFields', fields],
  ['ImportPlan.replacements', { most: 1000 }],
  ['ImportPlan.sampleRows', { most: 100 }],
  ['ImportPlan.sourceFields', fields],
  ['ImportPlan.targetFields', fields],
  ['ImportPlan.unmappedSourceFields', fields],
  ['ImportPlanGraph.cycles', { most: 10_000 }],
  ['ImportPlanGraph.edges', { most: 100_000, usual: 100 }],
  ['ImportPlanGraph.kindEdges', { most: 10_000, usual: 100 }],
  ['ImportPlanGraph.missing', { most: 100_000, usual: 100 }],
  ['ImportPlanGraph.nodes', { most: 10_000, usual: 100 }],
  ['ImportPlanGraph.resources', { most: 100_000, usual: 100 }],
  ['IncompleteFileProblem.missing', { most: 1000 }],
  ['IncompleteFileProblem.path', path],
  ['InputProblem.path', path],
  ['Kind.references', declared],
  ['KindReference.targetKinds', declared],
  ['MissingEntity.requiredBy', { most: 100 }],
  ['MissingImportDependency.targetKinds', declared],
  ['Prerequisite.candidates', { most: 5 }],
  ['Prerequisite.missingTenants', { most: 100 }],
  ['Prerequisite.missingVersions', { most: 100 }],
  ['Project.branches', { most: maxBranches }],
  ['Project.capabilities', declared],
  ['Project.packs', declared],
  ['Query.exportFields', fields],
  ['Query.kinds', declared],
  ['RenameImportItemPayload.collidingItems', { most: 100 }],
  ['RenameResourcePayload.rewritten', { most: 1000, usual: 100 }],
  ['Resource.readers', given],
  ['ResourceProblem.path', path],
  ['ResourceReader.tenants', given],
  ['SchemaVersionProblem.mismatchingIndices', { most: 100 }],
  ['SchemaVersionProblem.path', path],
  ['Task.files', { most: 10 }],
  ['UnresolvedDependency.targetKinds', declared],
]);

/** The size of a page by its `first`; an invalid value, which is refused later, counts as the maximum. */
export function pageSizeOf(first: unknown): number {
  if (first === undefined || first === null) return defaultPageSize;
  return typeof first === 'number' && first >= 0 ? Math.min(first, maxPageSize) : maxPageSize;
}
