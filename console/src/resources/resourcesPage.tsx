/** The resources of a branch, a tab for each kind. */
import { createRoute, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { BranchKindsDocument, ShellDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { ButtonLink, Button } from '../design/button.js';
import { capitalized, formatCount } from '../design/format.js';
import { Menu, MenuItem } from '../design/menu.js';
import { PageHead } from '../design/page.js';
import { EmptyState, ErrorState } from '../design/states.js';
import { Tabs, type Tab } from '../design/tabs.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch, useBranchChanges } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { branchRoute } from '../shell/branchRoute.js';
import { useWhyNot } from '../shell/rights.js';
import { NewBranchDialog } from './newBranchDialog.js';
import { NewResourceDialog } from './newResourceDialog.js';
import { allKinds, resourcesSearch, type ResourcesSearch, type SearchChange } from './resourcesSearch.js';
import { ResourceTable, type KindCount } from './resourceTable.js';

export const resourcesRoute = createRoute({
  getParentRoute: () => branchRoute,
  path: '/',
  component: ResourcesPage,
  validateSearch: resourcesSearch,
});

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

function ResourcesPage() {
  const branch = useBranch();
  const search = resourcesRoute.useSearch();
  const { kind = allKinds } = search;
  const navigate = useNavigate({ from: resourcesRoute.fullPath });
  const place = { projectKey: branch.project.key, branchName: branch.name };
  const { data, error, refresh } = useQuery(BranchKindsDocument, place);
  useBranchChanges(branch.id, refresh);
  const whyNot = useWhyNot('EDITOR');
  const shell = useQuery(ShellDocument, place, { policy: 'cache-first' });
  const [asked, setAsked] = useState<'branch' | 'resource'>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const setSearch = useCallback(
    (change: SearchChange) => void navigate({ search: (last) => ({ ...last, ...change }), replace: true }),
    [navigate],
  );
  const openResource = useCallback(
    (id: string | undefined) => {
      void navigate({ search: (last) => (id === undefined ? closed(last) : { ...last, open: id }) });
    },
    [navigate],
  );
  if (error && !data) return <ErrorState error={error} onRetry={refresh} />;
  const kindCounts = data?.branch?.kindCounts ?? [];
  const shownKind = kindCounts.find((one) => one.kind.name === kind)?.kind;
  const parentKind = kindCounts.find((one) => one.kind.name === shownKind?.parentKind)?.kind;
  const parentTitle = shownKind?.parentKind == null ? undefined : capitalized(parentKind?.title ?? 'belongs to');
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
        <Button
          icon="branch"
          whyDisabled={whyNot}
          onPress={() => {
            setAsked('branch');
          }}
        >
          New branch
        </Button>
        <Menu
          label="Import or export"
          button={
            <Button look="primary" icon="tasks">
              Import / Export
            </Button>
          }
        >
          <MenuItem icon="upload" href={branchPath(place, 'import')} whyDisabled={whyNot}>
            Import a file
          </MenuItem>
          <MenuItem icon="download" href={branchPath(place, 'export')} isDisabled={isEmpty}>
            Export
          </MenuItem>
        </Menu>
      </PageHead>
      {isEmpty ? (
        <EmptyBranch
          onNew={() => {
            setAsked('resource');
          }}
          path={branchPath(place, 'import')}
          branchName={branch.name}
        />
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
            <ResourceTable
              {...{ search, shownKind, parentTitle, ticked, setTicked, setSearch, openResource }}
              onNew={() => {
                setAsked('resource');
              }}
            />
          </div>
        </>
      )}
      {asked === 'branch' && (
        <NewBranchDialog
          branches={shell.data?.project?.branches ?? [branch]}
          onClose={() => {
            setAsked(undefined);
          }}
          onCreated={(branchName) => void navigate({ to: branchPath({ ...place, branchName }) })}
        />
      )}
      {asked === 'resource' && (
        <NewResourceDialog
          kindName={shownKind?.name}
          onClose={() => {
            setAsked(undefined);
          }}
          onCreated={openResource}
        />
      )}
    </>
  );
}

function EmptyBranch({ path, branchName, onNew }: { path: string; branchName: string; onNew: () => void }) {
  const whyNot = useWhyNot('EDITOR');
  return (
    <EmptyState title={`Nothing on ${branchName} yet`}>
      <p className={text.muted}>
        Bring resources from another project. You see what would happen before anything is written.
      </p>
      {whyNot === undefined && (
        <ButtonLink to={path} look="primary" icon="upload">
          Import
        </ButtonLink>
      )}
      <Button icon="plus" whyDisabled={whyNot} onPress={onNew}>
        New resource
      </Button>
    </EmptyState>
  );
}

function closed({ open: _open, tab: _tab, ...rest }: ResourcesSearch): ResourcesSearch {
  return rest;
}
