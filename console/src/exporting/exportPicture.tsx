/** What an export takes along as a picture: the selection, what it leads to, and the way to what a person asked about. */
import { useMemo } from 'react';
import { ExportSelectedDocument, type StartExportInput } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { countOf } from '../design/format.js';
import { ErrorState, SkeletonRows } from '../design/states.js';
import text from '../design/text.module.css';
import { GraphPanel, useGraph } from '../graph/graphPanel.js';
import styles from './exporting.module.css';

interface ExportPictureProps {
  input: StartExportInput;
  /** The one whose way is drawn heavy. */
  litId: string | undefined;
}

/** The picture begins with so many of the selection: the most that the server gives at once. */
const mostRoots = 500;

export function ExportPicture({ input, litId }: ExportPictureProps) {
  const { data, error, refresh } = useQuery(ExportSelectedDocument, { input, first: mostRoots });
  const selected = data?.exportPreview?.items;
  const rootIds = selected?.nodes.map(({ resource }) => resource.id) ?? [];
  const inFile = data?.exportPreview?.inFile;
  const isInFile = useMemo(() => {
    const isKnown = inFile !== undefined && inFile.totalCount === inFile.nodes.length;
    const ids = new Set(inFile?.nodes.map(({ resource }) => resource.id));
    return isKnown ? (id: string) => ids.has(id) : undefined;
  }, [inFile]);
  const graph = useGraph(rootIds, 'DEPENDENCIES');
  if (error && !data) return <ErrorState error={error} onRetry={refresh} />;
  if (!selected) return <SkeletonRows />;
  return (
    <div className={styles.picture}>
      {selected.totalCount > rootIds.length && (
        <p className={text.muted}>
          It begins with the first {countOf(rootIds.length, 'resource')} of{' '}
          {countOf(selected.totalCount, 'selected one')}.
        </p>
      )}
      <GraphPanel {...{ graph, rootIds, litId, isInFile }} isAgainst={false} />
    </div>
  );
}
