/** The screen of a graph: where it begins, and in which direction. */
import { useMemo, useState, type ReactNode } from 'react';
import { GraphRootsDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { Button } from '../design/button.js';
import { SearchField, Segments } from '../design/field.js';
import { countOf } from '../design/format.js';
import { PageHead } from '../design/page.js';
import { Line, Lines } from '../design/section.js';
import { EmptyState, ErrorState, SkeletonRows } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch, useBranchChanges } from '../shell/branch.js';
import { GraphPanel, useGraph } from './graphPanel.js';
import { mostSingle, type DependencyGraph } from './graphModel.js';
import type { GraphSearch } from './graphSearch.js';

interface GraphPageProps {
  search: GraphSearch;
  onSearch: (search: GraphSearch) => void;
}

export function GraphPage({ search, onSearch }: GraphPageProps) {
  const { root } = search;
  return root === undefined ? (
    <BranchGraph onSearch={onSearch} />
  ) : (
    <RootedGraph rootIds={root.split(',')} search={search} onSearch={onSearch} />
  );
}

/** All of a branch that is small enough, else the choice of where to begin. */
function BranchGraph({ onSearch }: Pick<GraphPageProps, 'onSearch'>) {
  const branch = useBranch();
  const [typed, setTyped] = useState('');
  const { data, error, refresh } = useQuery(GraphRootsDocument, {
    branchId: branch.id,
    first: mostSingle,
    ...(typed !== '' && { filter: { search: typed } }),
  });
  useBranchChanges(branch.id, refresh);
  const found = data?.resources;
  const isWhole = typed === '' && found != null && found.totalCount <= mostSingle;
  const rootIds = useMemo(() => (isWhole ? found.nodes.map(({ id }) => id) : []), [isWhole, found]);
  const graph = useGraph(rootIds, 'DEPENDENCIES');
  return (
    <>
      <Head graph={graph.data} />
      <div className={layout.tools}>
        <SearchField label="Find a resource to begin with" value={typed} onChange={setTyped} />
      </div>
      {error && !data && <ErrorState error={error} onRetry={refresh} />}
      {!error && !data && <SkeletonRows />}
      {found?.totalCount === 0 && (
        <EmptyState title={typed === '' ? 'Nothing on this branch yet' : 'Nothing matches'} />
      )}
      {!isWhole && found != null && found.totalCount > 0 && (
        <div className={`${layout.scroll ?? ''} ${layout.padded ?? ''}`}>
          <p className={text.muted}>{countOf(found.totalCount, 'resource')}: choose one to draw what it needs.</p>
          <Lines label="Resources">
            {found.nodes.slice(0, 50).map(({ id, name, kind }) => (
              <Line key={id} main={<span className={text.name}>{name}</span>}>
                <span className={text.muted}>{kind.title}</span>
                <Button
                  isSmall
                  label={`Draw ${name}`}
                  onPress={() => {
                    onSearch({ root: id });
                  }}
                >
                  Draw
                </Button>
              </Line>
            ))}
          </Lines>
        </div>
      )}
      {rootIds.length > 0 && <GraphPanel {...{ graph, rootIds, isAgainst: false }} />}
    </>
  );
}

/** What some resources need, or what needs them. */
function RootedGraph({ rootIds, search, onSearch }: GraphPageProps & { rootIds: readonly string[] }) {
  const direction = search.direction ?? 'DEPENDENCIES';
  const graph = useGraph(rootIds, direction);
  return (
    <>
      <Head graph={graph.data}>
        <Button
          icon="graph"
          onPress={() => {
            onSearch({});
          }}
        >
          Whole branch
        </Button>
      </Head>
      <div className={layout.tools}>
        <Segments
          label="Direction"
          value={direction}
          options={[
            { value: 'DEPENDENCIES', text: 'What it needs' },
            { value: 'DEPENDENTS', text: 'What needs it' },
          ]}
          onChange={(value) => {
            onSearch({ ...search, direction: value });
          }}
        />
      </div>
      <GraphPanel {...{ graph, rootIds, isAgainst: direction === 'DEPENDENTS' }} />
    </>
  );
}

function Head({ graph, children }: { graph: DependencyGraph | null | undefined; children?: ReactNode }) {
  const branch = useBranch();
  return (
    <PageHead
      title="Graph"
      tabTitle={`Graph, ${branch.project.key} / ${branch.name}`}
      facts={graph && <GraphFacts graph={graph} />}
    >
      {children}
    </PageHead>
  );
}

function GraphFacts({ graph }: { graph: DependencyGraph }) {
  const references = graph.nodes.filter(({ mode }) => mode === 'REFERENCE').length;
  return (
    <>
      <span>{countOf(graph.nodeCount, 'resource')}</span>
      <span>{countOf(graph.edgeCount, 'dependency', 'dependencies')}</span>
      {references > 0 && <span>{countOf(references, 'reference')}</span>}
      {graph.unresolved.length > 0 && <span>{graph.unresolved.length} missing</span>}
      {graph.cycles.length > 0 && <span>{countOf(graph.cycles.length, 'cycle')}</span>}
    </>
  );
}
