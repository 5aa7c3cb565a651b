/** The resources of a branch, a tab for each kind. */
import { createRoute, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import {
  BranchKindsDocument,
  ResourceListDocument,
  type BranchKindsQuery,
  type ResourceFilter,
  type ResourceMode,
  type ResourceOrderField,
} from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { usePages } from '../api/usePages.js';
import { ButtonLink, Button } from '../design/button.js';
import { SearchField } from '../design/field.js';
import { capitalized, countOf, formatCount } from '../design/format.js';
import { Choice, Menu, MenuItem } from '../design/menu.js';
import { PageHead } from '../design/page.js';
import { EmptyState, ErrorState, SkeletonRows } from '../design/states.js';
import { Table, TableFoot } from '../design/table.js';
import { Tabs, type Tab } from '../design/tabs.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch, useBranchChanges } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { branchRoute } from '../shell/branchRoute.js';
import { columnsFor } from './resourceColumns.js';

export interface ResourcesSearch {
  kind?: string;
  q?: string;
  mode?: ResourceMode;
  /** The key of the project that references come from. */
  from?: string;
  sort?: ResourceOrderField;
  desc?: boolean;
  /** The resource that stands open beside the table. */
  open?: string;
}

const sortFields = new Set<unknown>(['NAME', 'KIND', 'CREATED_AT', 'UPDATED_AT']);

export const resourcesRoute = createRoute({
  getParentRoute: () => branchRoute,
  path: '/',
  component: ResourcesPage,
  validateSearch: ({ kind, q, mode, from, sort, desc, open }: Record<string, unknown>): ResourcesSearch => ({
    ...(typeof kind === 'string' && { kind }),
    ...(typeof q === 'string' && q !== '' && { q }),
    ...((mode === 'EDITABLE' || mode === 'REFERENCE') && { mode }),
    ...(typeof from === 'string' && from !== '' && { from }),
    ...(sortFields.has(sort) && { sort: sort as ResourceOrderField }),
    ...(desc === true && { desc }),
    ...(typeof open === 'string' && { open }),
  }),
});

const allKinds = 'all';
type KindCount = NonNullable<BranchKindsQuery['branch']>['kindCounts'][number];

function tabsOf(kindCounts: readonly KindCount[]): Tab<string>[] {
  const total = kindCounts.reduce((sum, { count }) => sum + count, 0);
  const sorted = [...kindCounts].sort((a, b) => a.kind.pack.localeCompare(b.kind.pack));
  return [
    { id: allKinds, title: 'All kinds', count: total },
    ...sorted.map(({ kind, count }, index) => ({
      id: kind.name,
      title: capitalized(kind.pluralTitle),
      count,
      isFirstOfGroup: kind.pack !== sorted[index - 1]?.kind.pack,
    })),
  ];
}

type SearchChange = { [Key in keyof ResourcesSearch]?: ResourcesSearch[Key] | undefined };

function ResourcesPage() {
  const branch = useBranch();
  const { kind = allKinds } = resourcesRoute.useSearch();
  const navigate = useNavigate({ from: resourcesRoute.fullPath });
  const place = { projectKey: branch.project.key, branchName: branch.name };
  const { data, error, refresh } = useQuery(BranchKindsDocument, place);
  useBranchChanges(branch.id, refresh);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const setSearch = useCallback(
    (change: SearchChange) => void navigate({ search: (last) => ({ ...last, ...change }), replace: true }),
    [navigate],
  );
  if (error && !data) return <ErrorState error={error} onRetry={refresh} />;
  const kindCounts = data?.branch?.kindCounts ?? [];
  const shownKind = kindCounts.find((one) => one.kind.name === kind)?.kind;
  const all = kindCounts.reduce((sum, { count }) => sum + count, 0);
  const references = kindCounts.reduce((sum, { referenceCount }) => sum + referenceCount, 0);
  const isEmpty = data !== undefined && all === 0;

  return (
    <>
      <PageHead
        title="Resources"
        tabTitle={`${place.projectKey} / ${place.branchName}`}
        facts={
          <>
            <span>
              <b>{formatCount(all)}</b> on {branch.name}
            </span>
            {references > 0 && (
              <span>
                <b>{formatCount(references)}</b> {references === 1 ? 'reference' : 'references'}
              </span>
            )}
          </>
        }
      >
        <Menu
          label="Import or export"
          button={
            <Button look="primary" icon="tasks">
              Import / Export
            </Button>
          }
        >
          <MenuItem icon="upload" href={branchPath(place, 'import')}>
            Import a file
          </MenuItem>
          <MenuItem icon="download" href={branchPath(place, 'export')} isDisabled={isEmpty}>
            Export
          </MenuItem>
        </Menu>
      </PageHead>
      {isEmpty ? (
        <EmptyBranch path={branchPath(place, 'import')} branchName={branch.name} />
      ) : (
        <>
          <Tabs
            label="Kinds"
            tabs={tabsOf(kindCounts)}
            selected={kind}
            panelId="resources"
            onSelect={(id) => {
              setSearch({ kind: id === allKinds ? undefined : id });
            }}
          />
          <div
            className={layout.split}
            id="resources"
            role="tabpanel"
            aria-label={shownKind?.pluralTitle ?? 'All kinds'}
          >
            <ResourceTable {...{ shownKind, ticked, setTicked, setSearch }} />
          </div>
        </>
      )}
    </>
  );
}

interface ResourceTableProps {
  shownKind: KindCount['kind'] | undefined;
  ticked: ReadonlySet<string>;
  setTicked: (ticked: ReadonlySet<string>) => void;
  setSearch: (change: SearchChange) => void;
}

function ResourceTable({ shownKind, ticked, setTicked, setSearch }: ResourceTableProps) {
  const branch = useBranch();
  const { kind = allKinds, q = '', mode, from, sort = 'NAME', desc = false, open } = resourcesRoute.useSearch();
  const filter: ResourceFilter = {
    ...(kind !== allKinds && { kinds: [kind] }),
    ...(q !== '' && { search: q }),
    ...(mode && { mode }),
    ...(from !== undefined && { originProjectKey: from }),
  };
  const direction = desc ? ('DESC' as const) : ('ASC' as const);
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(ResourceListDocument, {
    variables: { branchId: branch.id, filter, orderBy: { field: sort, direction } },
    pageIn: ({ resources }) => resources,
  });
  useBranchChanges(branch.id, refresh);
  const columns = useMemo(
    () => columnsFor(kind === allKinds, shownKind?.parentKind == null ? undefined : capitalized(shownKind.parentKind)),
    [kind, shownKind],
  );
  const title = shownKind === undefined ? 'Resources' : capitalized(shownKind.pluralTitle);
  return (
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
            sorting={{ column: sort, isDescending: desc }}
            onSort={({ column, isDescending }) => {
              setSearch({ sort: column as ResourceOrderField, desc: isDescending || undefined });
            }}
            openKey={open}
            onOpen={({ id }) => {
              setSearch({ open: id });
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
            <span>
              {formatCount(nodes.length)} of {countOf(totalCount, 'resource')} loaded
            </span>
          </TableFoot>
        </>
      )}
    </div>
  );
}

function EmptyBranch({ path, branchName }: { path: string; branchName: string }) {
  return (
    <EmptyState title={`Nothing on ${branchName} yet`}>
      <p className={text.muted}>
        Bring resources from another project. You see what would happen before anything is written.
      </p>
      <ButtonLink to={path} look="primary" icon="upload">
        Import
      </ButtonLink>
    </EmptyState>
  );
}
