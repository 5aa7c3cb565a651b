/** What operations on dependencies and previews answer with. */
export interface NamedState {
  id: string;
  name: string;
}

export interface KindedState extends NamedState {
  kind: { name: string };
}

/** A page of a connection, by its nodes. */
export interface NodesState<Node> {
  totalCount: number;
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface GraphState {
  nodeCount: number;
  edgeCount: number;
  isTruncated: boolean;
  nodes: (KindedState & { mode: string })[];
  edges: { sourceId: string; targetId: string; at: string; requirement: string }[];
  unresolved: { source: NamedState; at: string; targetKinds: string[]; targetName: string; requirement: string }[];
  cycles: { nodes: NamedState[] }[];
}

export interface PreviewState {
  items: { resource: KindedState; inclusion: string; reason: KindedState[] }[];
  byKind: { kind: { name: string; title: string }; count: number }[];
  requirements: {
    targetKinds: string[];
    targetName: string;
    requirement: string;
    requiredBy: NamedState[];
    isPresent: boolean;
  }[];
  unresolved: { source: NamedState; at: string; targetName: string }[];
  cycles: { nodes: NamedState[] }[];
  sizeBytes: number;
}
