/** The table of resources, and beside it the one that is open. */
import { useMemo } from 'react';
import {
  ResourceListDocument,
  type BranchKindsQuery,
  type ResourceFilter,
  type ResourceOrderField,
} from '../api/operations.generated.js';
import { usePages } from '../api/usePages.js';
import { Button, ButtonLink } from '../design/button.js';
import type { Step } from '../design/drawer.js';
import { SearchField } from '../design/field.js';
import { capitalized, countOf, formatCount } from '../design/format.js';
import { Choice } from '../design/menu.js';
import { EmptyState, ErrorState, SkeletonRows } from '../design/states.js';
import { Table, TableFoot } from '../design/table.js';
import layout from '../design/layout.module.css';
import { useBranch, useBranchChanges } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { useWhyNot } from '../shell/rights.js';
import { columnsFor } from './resourceColumns.js';
import { OriginFilter } from './originFilter.js';
import { ResourceDrawer } from './resourceDrawer.js';
import { allKinds, type ResourcesSearch, type SearchChange } from './resourcesSearch.js';

export type KindCount = NonNullable<BranchKindsQuery['branch']>['kindCounts'][number];

interface ResourceTableProps {
  search: ResourcesSearch;
  shownKind: KindCount['kind'] | undefined;
  /** What the resources of the one kind belong to. */
  parentTitle: string | undefined;
  ticked: ReadonlySet<string>;
  setTicked: (ticked: ReadonlySet<string>) => void;
  setSearch: (change: SearchChange) => void;
  /** Opens a resource beside the table, and closes it without one; the last one stays in the history of the browser. */
  openResource: (id: string | undefined) => void;
  onNew: () => void;
}

export function ResourceTable({
  search,
  shownKind,
  parentTitle,
  ticked,
  setTicked,
  setSearch,
  openResource,
  onNew,
}: ResourceTableProps) {
  const branch = useBranch();
  const whyNot = useWhyNot('EDITOR');
  const { kind = allKinds, q = '', mode, from, sort = 'NAME', desc = false, open, tab = 'spec' } = search;
  const filter = filterOf(search);
  const direction = desc ? ('DESC' as const) : ('ASC' as const);
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(ResourceListDocument, {
    variables: { branchId: branch.id, filter, orderBy: { field: sort, direction } },
    pageIn: ({ resources }) => resources,
  });
  useBranchChanges(branch.id, refresh);
  const isNarrow = open !== undefined;
  const columns = useMemo(
    () =>
      columnsFor({
        isNarrow,
        isOfAllKinds: kind === allKinds,
        parentTitle,
        onChanged: refresh,
      }),
    [isNarrow, kind, parentTitle, refresh],
  );
  const title = shownKind === undefined ? 'Resources' : capitalized(shownKind.pluralTitle);
  return (
    <>
      <div className={layout.column}>
        <div className={layout.tools}>
          <SearchField
            label={`Search ${shownKind?.pluralTitle ?? 'resources'}`}
            value={q}
            onChange={(value) => {
              setSearch({ q: value });
            }}
          />
          <Choice
            label="Mode"
            value={mode ?? 'ANY'}
            options={[
              { value: 'ANY', text: 'any' },
              { value: 'EDITABLE', text: 'copies' },
              { value: 'REFERENCE', text: 'references' },
            ]}
            onChange={(value) => {
              setSearch({ mode: value === 'ANY' ? undefined : value });
            }}
          />
          <OriginFilter
            value={from}
            rows={nodes}
            onChange={(key) => {
              setSearch({ from: key });
            }}
          />
          <span className={layout.grow} />
          <Button look="quiet" icon="plus" whyDisabled={whyNot} onPress={onNew}>
            New
          </Button>
        </div>
        {error && nodes.length === 0 && <ErrorState error={error} onRetry={refresh} />}
        {totalCount === undefined && !error && <SkeletonRows />}
        {totalCount === 0 && (
          <EmptyState title="Nothing matches">
            <p>No resource of this branch fits the search and the filters.</p>
            <Button
              onPress={() => {
                setSearch({ q: undefined, mode: undefined, from: undefined });
              }}
            >
              Show all
            </Button>
          </EmptyState>
        )}
        {totalCount !== undefined && totalCount > 0 && (
          <>
            <Table
              label={title}
              columns={columns}
              rows={nodes}
              totalCount={totalCount}
              keyOf={({ id }) => id}
              nameOf={({ name }) => name}
              // Else the other columns leave no room for names.
              {...(!isNarrow && { leastWidth: '840px' })}
              sorting={{ column: sort, isDescending: desc }}
              onSort={({ column, isDescending }) => {
                setSearch({ sort: column as ResourceOrderField, desc: isDescending || undefined });
              }}
              openKey={open}
              onOpen={({ id }) => {
                openResource(id);
              }}
              ticks={{
                isTicked: ({ id }) => ticked.has(id),
                onTick: ({ id }, isTicked) => {
                  const next = new Set(ticked);
                  if (isTicked) next.add(id);
                  else next.delete(id);
                  setTicked(next);
                },
                all: ticked.size === 0 ? 'none' : ticked.size >= nodes.length ? 'all' : 'some',
                onTickAll: (isTicked) => {
                  setTicked(new Set(isTicked ? nodes.map(({ id }) => id) : []));
                },
              }}
              hasMore={hasMore}
              onEnd={loadMore}
            />
            <TableFoot>
              {ticked.size > 0 && (
                <Ticked
                  ticked={ticked}
                  onClear={() => {
                    setTicked(new Set());
                  }}
                />
              )}
              <span>
                {formatCount(nodes.length)} of {countOf(totalCount, 'resource')} loaded
              </span>
            </TableFoot>
          </>
        )}
      </div>
      {open !== undefined && (
        <ResourceDrawer
          id={open}
          tab={tab}
          {...stepsAround(nodes, open, setSearch)}
          onTab={(next) => {
            setSearch({ tab: next === 'spec' ? undefined : next });
          }}
          onFollow={openResource}
          onClose={() => {
            openResource(undefined);
          }}
        />
      )}
    </>
  );
}

/** What can be done with all ticked resources. */
function Ticked({ ticked, onClear }: { ticked: ReadonlySet<string>; onClear: () => void }) {
  const branch = useBranch();
  const place = { projectKey: branch.project.key, branchName: branch.name };
  return (
    <>
      <strong>{countOf(ticked.size, 'resource')} ticked</strong>
      <ButtonLink
        isSmall
        icon="download"
        to={branchPath(place, 'export')}
        search={{ ids: [...ticked].join() } as never}
      >
        Export…
      </ButtonLink>
      <Button isSmall look="quiet" onPress={onClear}>
        Untick all
      </Button>
    </>
  );
}

function filterOf({ kind = allKinds, q = '', mode, from }: ResourcesSearch): ResourceFilter {
  return {
    ...(kind !== allKinds && { kinds: [kind] }),
    ...(q !== '' && { search: q }),
    ...(mode && { mode }),
    ...(from !== undefined && { originProjectKey: from }),
  };
}

/** The rows before and after the open one. */
function stepsAround(
  nodes: readonly { id: string }[],
  open: string | undefined,
  setSearch: (change: SearchChange) => void,
) {
  const at = nodes.findIndex(({ id }) => id === open);
  if (at < 0) return { previous: { why: notInTable }, next: { why: notInTable } };
  const stepTo = (id: string | undefined, why: string): Step =>
    id === undefined
      ? { why }
      : {
          onPress: () => {
            setSearch({ open: id });
          },
        };
  return {
    previous: stepTo(nodes[at - 1]?.id, 'It is the first in the table.'),
    next: stepTo(nodes[at + 1]?.id, 'It is the last in the table.'),
  };
}

const notInTable = 'It is not in the table as it is filtered now.';
