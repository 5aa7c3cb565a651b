import { defaultPageSize, maxPageSize } from '../../graphql/index.js';
import { maxBranches } from '../../features/projects/index.js';

/** How many items a list without pages is taken for when the cost of a query is counted; most have fewer. */
export const usualListSize = 10;

interface ListSize {
  /** What keeps it from growing with the data: a list that would be longer is a fault, and its field is refused. */
  most: number;
  /** What it is taken for when the cost of a query is counted, where that is more than the usual size. */
  usual?: number;
}

/** As long as what the server's code declares: kinds, packs, capabilities and where they refer to each other. */
const declared: ListSize = { most: 1000 };
/** As long as a list that was given in the input, see inputBounds.ts. */
const given: ListSize = { most: 1000 };
/** Fields of a definition, or of the records of a file. */
const fields: ListSize = { most: 10_000 };
/** As deep as a document may be nested, and a few segments around it. */
const path: ListSize = { most: 200 };

/** Of a list of problems only so many are told; one more says how many there are besides. */
export const maxProblems = 1000;

/** Every list of the schema that has no pages, by `Type.field`; lists of problems aside, which have one rule for all. */
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
  ['ImportItem.diff', { most: 1000 }],
  ['ImportPlan.kindCounts', declared],
  ['ImportPlan.mapping', fields],
  ['ImportPlan.missingRequiredFields', fields],
  ['ImportPlan.sampleRows', { most: 100 }],
  ['ImportPlan.sourceFields', fields],
  ['ImportPlan.targetFields', fields],
  ['ImportPlan.unmappedSourceFields', fields],
  ['IncompleteFileProblem.missing', { most: 1000 }],
  ['IncompleteFileProblem.path', path],
  ['InputProblem.path', path],
  ['Kind.references', declared],
  ['KindReference.targetKinds', declared],
  ['MissingEntity.requiredBy', { most: 100 }],
  ['Prerequisite.candidates', { most: 5 }],
  ['Prerequisite.missingTenants', { most: 100 }],
  ['Prerequisite.missingVersions', { most: 100 }],
  ['Project.branches', { most: maxBranches }],
  ['Project.capabilities', declared],
  ['Project.packs', declared],
  ['Query.exportFields', fields],
  ['Query.kinds', declared],
  ['RenameResourcePayload.rewritten', { most: 1000, usual: 100 }],
  ['Resource.readers', given],
  ['ResourceProblem.path', path],
  ['ResourceReader.tenants', given],
  ['SchemaVersionProblem.mismatchingIndices', { most: 100 }],
  ['SchemaVersionProblem.path', path],
  ['Task.files', { most: 10 }],
  ['UnresolvedDependency.targetKinds', declared],
]);

/** How many nodes a page has, by what its `first` says; what is no fit size is refused later, and taken for the largest. */
export function pageSizeOf(first: unknown): number {
  if (first === undefined || first === null) return defaultPageSize;
  return typeof first === 'number' && first >= 0 ? Math.min(first, maxPageSize) : maxPageSize;
}
