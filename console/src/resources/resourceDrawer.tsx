/** One resource beside the table: its spec, its dependencies, its history, and who may read it. */
import { useBlocker } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ResourceDetailsDocument, type OpenResourceFragment } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { Button, ButtonLink, TextButton } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { Drawer, DrawerFoot, type Step } from '../design/drawer.js';
import drawer from '../design/drawer.module.css';
import { capitalized, countOf, formatTime } from '../design/format.js';
import { EmptyState, ErrorState, Note, ProblemList, SkeletonRows } from '../design/states.js';
import { Tabs, type Tab } from '../design/tabs.js';
import layout from '../design/layout.module.css';
import overlay from '../design/overlay.module.css';
import text from '../design/text.module.css';
import { useBranch, useBranchChanges } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { useWhyNot } from '../shell/rights.js';
import { DependenciesTab, useNeeds } from './dependenciesTab.js';
import type { DrawerTab } from './drawerTabs.js';
import { HistoryTab } from './historyTab.js';
import { ReadersTab } from './readersTab.js';
import { ReferenceLabel } from './referenceLabel.js';
import { DeleteDialog, DetachDialog, RenameDialog } from './resourceDialogs.js';
import { useSpecDraft, type Draft } from './specDraft.js';
import { SpecTab, type SpecLook } from './specTab.js';

interface ResourceDrawerProps {
  id: string;
  tab: DrawerTab;
  previous: Step;
  next: Step;
  onTab: (tab: DrawerTab) => void;
  /** Opens another resource in its place. */
  onFollow: (id: string) => void;
  onClose: () => void;
}

export function ResourceDrawer(props: ResourceDrawerProps) {
  const { id, previous, next, onClose } = props;
  const branch = useBranch();
  const { data, error, refresh } = useQuery(ResourceDetailsDocument, { id });
  useBranchChanges(branch.id, refresh);
  // While the next one is on its way, the last one is not taken for it.
  const resource = data?.resource?.id === id ? data.resource : undefined;
  const draft = useSpecDraft(resource);
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next: target }) => draft.isChanged && !staysOpen(current, target, id),
    enableBeforeUnload: () => draft.isChanged,
    withResolver: true,
  });
  const frame = { previous, next, onClose };
  return (
    <>
      {resource ? (
        <OpenDrawer {...props} resource={resource} draft={draft} onChanged={refresh} />
      ) : (
        <Drawer title="Resource" {...frame}>
          {error && <ErrorState error={error} onRetry={refresh} />}
          {!error && data?.resource === null && (
            <EmptyState title="It is not there">
              <p className={text.muted}>It was deleted, or you may not see it.</p>
            </EmptyState>
          )}
          {!error && data?.resource !== null && <SkeletonRows />}
        </Drawer>
      )}
      {status === 'blocked' && (
        <Dialog title="Leave without saving?" onClose={reset}>
          <p>The spec was changed and is not saved.</p>
          <div className={overlay.actions}>
            <Button onPress={reset}>Stay</Button>
            <Button
              look="danger"
              onPress={() => {
                draft.discard();
                proceed();
              }}
            >
              Leave without saving
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface Address {
  pathname: string;
  search: unknown;
}

/** Whether an address shows the same resource: another tab of it, another order of the table. */
function staysOpen(current: Address, target: Address, id: string): boolean {
  return current.pathname === target.pathname && (target.search as { open?: string }).open === id;
}

interface OpenDrawerProps extends ResourceDrawerProps {
  resource: OpenResourceFragment;
  draft: Draft;
  onChanged: () => void;
}

function OpenDrawer({ resource, draft, tab, onTab, onFollow, onChanged, ...frame }: OpenDrawerProps) {
  const { id, name, kind, parent, revision, updatedAt, origin, mode } = resource;
  const branch = useBranch();
  const place = { projectKey: branch.project.key, branchName: branch.name };
  const [look, setLook] = useState<SpecLook>('tree');
  const needs = useNeeds(id);
  useBranchChanges(branch.id, needs.refresh);
  const targets = useMemo(
    () => new Map(needs.nodes.flatMap(({ at, target }) => (target && at !== '' ? [[at, target.id]] : []))),
    [needs.nodes],
  );
  const changedBy = resource.history.nodes[0]?.changedBy?.name;
  const tabs: Tab<DrawerTab>[] = [
    { id: 'spec', title: 'Spec' },
    {
      id: 'dependencies',
      title: 'Dependencies',
      count: resource.dependencyCount + resource.dependentCount,
    },
    { id: 'history', title: 'History', count: resource.history.totalCount },
    { id: 'readers', title: 'Readers' },
  ];
  return (
    <Drawer
      {...frame}
      title={name}
      isMono
      mark={
        mode === 'REFERENCE' && origin && <ReferenceLabel resource={resource} origin={origin} onDetached={onChanged} />
      }
      facts={
        <>
          <span>
            {capitalized(kind.title)}
            {parent && (
              <>
                {' of '}
                <TextButton
                  onPress={() => {
                    onFollow(parent.id);
                  }}
                >
                  {parent.name}
                </TextButton>
              </>
            )}
          </span>
          {mode !== 'REFERENCE' && origin?.project && (
            <span>
              Copied from <b>{origin.project.key}</b>
              {origin.branch != null && ` / ${origin.branch}`}
            </span>
          )}
          <span>Revision {revision}</span>
          <span>
            Changed {formatTime(updatedAt)}
            {changedBy !== undefined && (
              <>
                {' by '}
                <b>{changedBy}</b>
              </>
            )}
          </span>
        </>
      }
    >
      <Tabs isInset label={name} tabs={tabs} selected={tab} panelId="resource" onSelect={onTab} />
      <div
        className={drawer.panel}
        id="resource"
        role="tabpanel"
        aria-label={tabs.find((one) => one.id === tab)?.title}
      >
        {tab === 'spec' && <SpecTab {...{ resource, draft, look, onLook: setLook, targets, onFollow }} />}
        {tab === 'dependencies' && (
          <DependenciesTab {...{ resource, needs, onFollow }} graphPath={branchPath(place, 'graph')} />
        )}
        {tab === 'history' && <HistoryTab resource={resource} onRestored={onChanged} />}
        {tab === 'readers' && <ReadersTab key={id} id={id} />}
      </div>
      {draft.isChanged ? (
        <DraftFoot draft={draft} resource={resource} onSaved={onChanged} />
      ) : (
        <Actions key={id} resource={resource} onChanged={onChanged} onDeleted={frame.onClose} />
      )}
    </Drawer>
  );
}

interface DraftFootProps {
  draft: Draft;
  resource: OpenResourceFragment;
  onSaved: () => void;
}

function DraftFoot({ draft, resource, onSaved }: DraftFootProps) {
  const whyNot = useWhyNot('EDITOR');
  const { dependentCount } = resource;
  const save = async (isOverAllowed: boolean) => {
    if (await draft.save({ isOverAllowed })) onSaved();
  };
  return (
    <>
      {draft.problems.length > 0 && (
        <div className={drawer.body}>
          <ProblemList problems={draft.problems} />
        </div>
      )}
      {draft.isStale && (
        <div className={drawer.body}>
          <Note tone="collision" icon="warn">
            <p>
              It was changed meanwhile and is at revision {resource.revision}. Saving writes yours over that; the
              history keeps both.
            </p>
          </Note>
        </div>
      )}
      <DrawerFoot>
        <span className={`${layout.grow ?? ''} ${text.small ?? ''} ${text.muted ?? ''}`}>
          Changed, not saved.
          {dependentCount > 0 &&
            ` ${countOf(dependentCount, 'other resource')} ${dependentCount === 1 ? 'needs' : 'need'} it.`}
        </span>
        <Button onPress={draft.discard}>Discard</Button>
        <Button
          look="primary"
          whyDisabled={whyNot ?? (draft.isBusy ? 'Waits for the server.' : undefined)}
          onPress={() => void save(draft.isStale)}
        >
          {draft.isStale ? 'Save over it' : 'Save'}
        </Button>
      </DrawerFoot>
    </>
  );
}

interface ActionsProps {
  resource: OpenResourceFragment;
  onChanged: () => void;
  onDeleted: () => void;
}

function Actions({ resource, onChanged, onDeleted }: ActionsProps) {
  const branch = useBranch();
  const place = { projectKey: branch.project.key, branchName: branch.name };
  const whyNot = useWhyNot('EDITOR');
  const whyNotRenamed =
    resource.mode === 'REFERENCE' ? 'A reference can’t be renamed here: detach it first.' : undefined;
  const [asked, setAsked] = useState<'rename' | 'detach' | 'delete'>();
  const ask = (what: typeof asked) => () => {
    setAsked(what);
  };
  const dialog = { resource, onClose: ask(undefined) };
  return (
    <DrawerFoot>
      {resource.mode === 'REFERENCE' && (
        <Button icon="detach" whyDisabled={whyNot} onPress={ask('detach')}>
          Detach…
        </Button>
      )}
      <Button icon="rename" whyDisabled={whyNot ?? whyNotRenamed} onPress={ask('rename')}>
        Rename…
      </Button>
      {resource.kind.isExportable && (
        <ButtonLink icon="download" to={branchPath(place, 'export')} search={{ ids: resource.id } as never}>
          Export…
        </ButtonLink>
      )}
      <span className={layout.grow} />
      <Button icon="trash" look="danger" whyDisabled={whyNot} onPress={ask('delete')}>
        Delete…
      </Button>
      {asked === 'rename' && <RenameDialog {...dialog} onDone={onChanged} />}
      {asked === 'detach' && <DetachDialog {...dialog} onDone={onChanged} />}
      {asked === 'delete' && <DeleteDialog {...dialog} onDone={onDeleted} />}
    </DrawerFoot>
  );
}
