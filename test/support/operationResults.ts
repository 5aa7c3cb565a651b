/** What the operations of operations.graphql answer with, as far as tests look at it. */
import type { JsonObject, JsonValue } from '../../src/shared/json.js';
import type { AccessResults } from './accessResults.js';
import type { GraphState, KindedState, NamedState, NodesState, PreviewState } from './graphResults.js';
import type { Problems, ProblemState } from './problemState.js';

export type { ProblemState } from './problemState.js';

/** A list by pages. */
export interface ConnectionState<Node> {
  totalCount: number;
  edges: { cursor: string; node: Node }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

export interface OriginState {
  instance: { id: string; name: string } | null;
  project: { key: string; name: string } | null;
  branch: string | null;
  exportedAt: string | null;
  sourceName: string;
  sourceId: string | null;
  bundleDigest: string | null;
  previous: {
    project: { key: string; name: string } | null;
    branch: string | null;
    exportedAt: string | null;
    sourceName: string;
  } | null;
}

export interface ResourceState {
  id: string;
  kind: { name: string; title: string };
  name: string;
  title: string | null;
  externalReferenceCode: string | null;
  mode: 'EDITABLE' | 'REFERENCE';
  spec: JsonObject;
  digest: string;
  revision: number;
  createdAt: string;
  updatedAt: string;
  origin: OriginState | null;
}

export interface TaskFileState {
  purpose: 'SOURCE' | 'RESULT' | 'ERROR_REPORT' | 'REMAINDER';
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  url: string;
}

export interface TaskState {
  id: string;
  type: 'EXPORT' | 'STAGE_IMPORT' | 'EXECUTE_IMPORT' | 'UNDO_IMPORT';
  status: 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'COMPLETED_WITH_ERRORS' | 'FAILED' | 'CANCELLED';
  stage: string | null;
  processedCount: number;
  totalCount: number | null;
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  skippedCount: number;
  failedCount: number;
  itemsPerSecond: number | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  errorMessage: string | null;
  files: TaskFileState[];
}

export interface ProjectPackState {
  name: string;
  isBeta: boolean;
  isEnabled: boolean;
}

export interface ProjectState {
  id: string;
  key: string;
  name: string;
  capabilities: string[];
  defaultBranch: NamedState;
  branches: NamedState[];
}

/** Something that is only named. */

export interface KindState {
  name: string;
  title: string;
  pack: string;
  isReferenceAllowed: boolean;
  requiredCapability: string | null;
  schema: JsonObject;
  references: { at: string; targetKinds: string[]; requirement: string }[];
}

export interface DependencyState {
  at: string;
  requirement: string;
  targetKinds: string[];
  targetName: string;
  isResolved: boolean;
  target: KindedState | null;
}

export interface ImportCountsState {
  total: number;
  selected: number;
  create: number;
  update: number;
  referenceUpdate: number;
  unchanged: number;
  collision: number;
  skipped: number;
  blocked: number;
}

export interface ImportItemState {
  id: string;
  kind: { name: string; title: string };
  name: string;
  newName: string | null;
  mode: 'COPY' | 'REFERENCE';
  isSelected: boolean;
  action: 'CREATE' | 'UPDATE' | 'REFERENCE_UPDATE' | 'UNCHANGED' | 'COLLISION' | 'SKIPPED' | 'BLOCKED';
  canRename: boolean;
  line: number;
  problems: ProblemState[];
  existing: (NamedState & { mode: string; origin: { project: { key: string } | null } | null }) | null;
  origin: OriginState | null;
  diff: { path: string; before: JsonValue; after: JsonValue }[];
}

export interface ImportPlanState {
  id: string;
  status: 'STAGING' | 'READY' | 'EXECUTING' | 'EXECUTED' | 'FAILED' | 'DISCARDED';
  format: string | null;
  source: {
    instance: { id: string; name: string } | null;
    project: { key: string; name: string } | null;
    branch: string | null;
    exportedAt: string | null;
    exportedBy: string | null;
  } | null;
  counts: ImportCountsState;
  problems: ProblemState[];
  isExecutable: boolean;
  items: ConnectionState<ImportItemState>;
}

export interface RevisionState {
  revision: number;
  spec: JsonObject;
  digest: string;
  changedAt: string;
  changedBy: { name: string } | null;
  task: { id: string; type: string } | null;
}

export interface ImportMappingState {
  id: string;
  sourceFields: { name: string; sample: string | null; type: string | null }[];
  targetFields: { name: string; title: string; type: string; isRequired: boolean }[];
  mapping: { source: string; target: string }[];
  unmappedSourceFields: string[];
  missingRequiredFields: string[];
  sampleRows: Record<string, unknown>[];
}

interface AmendedPlan extends Problems {
  plan: { id: string; counts: ImportCountsState; isExecutable: boolean } | null;
}

export interface TemplateState {
  id: string;
  name: string;
  direction: 'EXPORT' | 'IMPORT';
  settings: JsonObject;
  updatedAt: string;
}

interface SavedTemplateState extends TemplateState {
  createdAt: string;
  createdBy: { name: string } | null;
}

/** The data of each operation. */
export interface OperationResults extends AccessResults {
  CreateProject: { createProject: { project: ProjectState | null } & Problems };
  CreateBranch: { createBranch: { branch: (NamedState & { project: { key: string } }) | null } & Problems };
  SetPackEnabled: { setPackEnabled: { project: { id: string; packs: ProjectPackState[] } | null } & Problems };
  Projects: { projects: ConnectionState<Omit<ProjectState, 'branches'>> };
  Project: { project: ProjectState | null };
  Kinds: { kinds: KindState[] };
  CreateResource: { createResource: { resource: ResourceState | null } & Problems };
  UpdateResource: { updateResource: { resource: ResourceState | null } & Problems };
  RenameResource: {
    renameResource: { resource: (NamedState & { revision: number }) | null; rewritten: KindedState[] } & Problems;
  };
  DeleteResource: { deleteResource: { deletedId: string | null } & Problems };
  DetachReference: { detachReference: { resource: ResourceState | null } & Problems };
  Resources: { resources: ConnectionState<ResourceState> };
  Resource: {
    resource: (ResourceState & { parent: NamedState | null; children: { edges: { node: NamedState }[] } }) | null;
  };
  Dependencies: {
    resource:
      | (NamedState & {
          dependencies: NodesState<DependencyState>;
          dependents: NodesState<{ at: string; requirement: string; source: KindedState }>;
        })
      | null;
  };
  DependencyGraph: { dependencyGraph: GraphState };
  ExportFields: { exportFields: { name: string; title: string; type: string; isRequired: boolean }[] };
  ExportPreview: { exportPreview: PreviewState };
  StartExport: { startExport: { task: TaskState | null } & Problems };
  StageImport: { stageImport: { plan: { id: string; status: string; task: TaskState } | null } & Problems };
  ImportPlan: { importPlan: ImportPlanState | null };
  SelectImportItems: { selectImportItems: AmendedPlan };
  SetImportMode: { setImportMode: AmendedPlan };
  ImportMapping: { importPlan: ImportMappingState | null };
  SetImportOptions: {
    setImportOptions: {
      plan: Pick<ImportPlanState, 'id' | 'isExecutable'> & { counts: Partial<ImportCountsState> };
    } & Problems;
  };
  RenameImportItem: {
    renameImportItem: { item: Omit<ImportItemState, 'kind'> | null } & Problems;
  };
  ExecuteImport: { executeImport: { task: TaskState | null } & Problems };
  DiscardImport: { discardImport: { plan: { id: string; status: string } | null } & Problems };
  Task: { task: TaskState | null };
  Tasks: { tasks: ConnectionState<TaskState> };
  CancelTask: { cancelTask: { task: TaskState | null } & Problems };
  History: {
    resource: {
      id: string;
      history: Omit<ConnectionState<RevisionState>, 'edges'> & { edges: { node: RevisionState }[] };
    } | null;
  };
  SaveTemplate: { saveTemplate: { template: SavedTemplateState | null } & Problems };
  DeleteTemplate: { deleteTemplate: { deletedId: string | null } & Problems };
  Templates: {
    templates: {
      totalCount: number;
      edges: { node: TemplateState }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
  UndoImport: { undoImport: { task: TaskState | null } & Problems };
}
