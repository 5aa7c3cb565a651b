/** A graph from the server, drawn: or why it is not. */
import { ReactFlowProvider } from '@xyflow/react';
import { GraphDocument, type GraphDirection } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { EmptyState, ErrorState, SkeletonRows } from '../design/states.js';
import { useBranch, useBranchChanges } from '../shell/branch.js';
import { GraphCanvas } from './graphCanvas.js';

const maxNodes = 3_000;

/** What some resources need, or what needs them; nothing while there is none to begin with. */
export function useGraph(rootIds: readonly string[], direction: GraphDirection) {
  const branch = useBranch();
  const isPaused = rootIds.length === 0;
  const { data, error, refresh } = useQuery(
    GraphDocument,
    { branchId: branch.id, rootIds: [...rootIds], direction, maxNodes },
    { isPaused },
  );
  useBranchChanges(branch.id, () => {
    if (!isPaused) refresh();
  });
  return { data: isPaused ? undefined : data?.dependencyGraph, error, refresh };
}

interface GraphPanelProps {
  graph: ReturnType<typeof useGraph>;
  rootIds: readonly string[];
  isAgainst: boolean;
  litId?: string | undefined;
  isInFile?: ((id: string) => boolean) | undefined;
}

export function GraphPanel({ graph: { data, error, refresh }, ...canvas }: GraphPanelProps) {
  if (error && !data) return <ErrorState error={error} onRetry={refresh} />;
  if (data === undefined) return <SkeletonRows />;
  if (!data?.nodes.length)
    return (
      <EmptyState title="This resource is not on the branch">
        <p>It was deleted, or you may not see it.</p>
      </EmptyState>
    );
  return (
    <ReactFlowProvider key={canvas.rootIds.join()}>
      <GraphCanvas graph={data} {...canvas} />
    </ReactFlowProvider>
  );
}
