/** An import plan from its file to its result. Everything it shows comes from the id in its address. */
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useWhyOffline } from '../api/connection.js';
import { SearchField, Segments } from '../design/field.js';
import layout from '../design/layout.module.css';
import { ErrorState, SkeletonRows } from '../design/states.js';
import { useBranch } from '../shell/branch.js';
import type { Phase } from './actions.js';
import { NotFound } from '../shell/notFound.js';
import { ChangedNotice } from './changedNotice.js';
import { CountsBar } from './countsBar.js';
import { DeletionsNotice } from './deletionsNotice.js';
import { FailedPlan } from './failedPlan.js';
import { KindTabs } from './kindTabs.js';
import { MayNotImport } from './mayNotImport.js';
import { PlanAdvice } from './planAdvice.js';
import { PlanContext, type PlanScreen } from './planContext.js';
import { PlanFooter } from './planFooter.js';
import { PlanHead } from './planHead.js';
import { PlanTable } from './planTable.js';
import { StagingPlan } from './stagingPlan.js';
import { usePlan, type PlanState } from './usePlan.js';
import { useWhyNoEditor } from './useWhyNoEditor.js';
import type { PlanSearch, PlanSearchChange } from './planSearch.js';
import styles from './plan.module.css';

// Only files of records have a mapping: what changes it is loaded when it is opened.
const MappingPanel = lazy(() => import('./mappingPanel.js').then((module) => ({ default: module.MappingPanel })));
/** What draws is loaded when it is first shown. */
const PlanGraph = lazy(() => import('./planGraph.js').then((module) => ({ default: module.PlanGraph })));

// By its name: the route loads this module, and neither may import the other.
const planRoute = getRouteApi('/p/$projectKey/$branchName/import/$planId');

export function PlanPage() {
  const branch = useBranch();
  const { planId } = planRoute.useParams();
  const state = usePlan(planId, branch.id);
  const { plan, error, isLoading, refresh } = state;
  if (error && !plan) return <ErrorState error={error} onRetry={refresh} />;
  if (plan === undefined) return isLoading ? <SkeletonRows /> : null;
  if (plan?.branch.id !== branch.id) return <NotFound />;
  return <PlanScreens state={state} plan={plan} />;
}

interface PlanScreensProps {
  state: PlanState;
  plan: NonNullable<PlanState['plan']>;
}

function PlanScreens({ state, plan }: PlanScreensProps) {
  const search = planRoute.useSearch();
  const navigate = planRoute.useNavigate();
  const setSearch = useCallback(
    (change: PlanSearchChange) => void navigate({ search: (last) => ({ ...last, ...change }), replace: true }),
    [navigate],
  );
  const [firstAsked, setFirstAsked] = useState(0);
  const whyOffline = useWhyOffline();
  const whyNoEditor = useWhyNoEditor();
  const { refresh, task } = state;
  const whyNot = whyOffline ?? whyNoEditor;
  const whyFixed = whyNot ?? whyNotReady(plan.status);
  const onMapping = useCallback(() => setSearch({ mapping: true }), [setSearch]);
  const screen = useMemo<PlanScreen>(
    () => ({
      ...{ plan, whyFixed, whyNot, refresh },
      phase: phaseOf(plan),
      onMapping: plan.sourceFields.length > 0 ? onMapping : undefined,
    }),
    [plan, whyFixed, whyNot, refresh, onMapping],
  );
  const hasItems = plan.status !== 'STAGING' && plan.status !== 'FAILED' && plan.status !== 'DISCARDED';
  return (
    <PlanContext value={screen}>
      <PlanHead isMappingShown={search.mapping ?? false} onMapping={(mapping) => setSearch({ mapping })} />
      <MayNotImport />
      {plan.status === 'STAGING' && <StagingPlan task={task} />}
      {(plan.status === 'FAILED' || plan.status === 'DISCARDED') && <FailedPlan task={task} />}
      {hasItems && search.mapping === true && (
        <Suspense fallback={<SkeletonRows />}>
          <MappingPanel onClose={() => setSearch({ mapping: undefined })} />
        </Suspense>
      )}
      {hasItems && search.mapping !== true && (
        <>
          {plan.status === 'READY' && !plan.isCurrent && <ChangedNotice />}
          <DeletionsNotice onShow={() => setSearch({ action: plan.counts.delete > 0 ? 'DELETE' : 'BLOCKED' })} />
          <PlanAdvice />
          <CountsBar counts={plan.counts} selected={search.action} onSelect={(action) => setSearch({ action })} />
          <KindTabs selected={search.kind} onSelect={(kind) => setSearch({ kind })} />
          <Tools search={search} onSearch={setSearch} />
          {search.view === 'graph' ? (
            <Suspense fallback={<SkeletonRows />}>
              <PlanGraph search={search} firstAsked={firstAsked} onSearch={setSearch} />
            </Suspense>
          ) : (
            <PlanTable search={search} onSearch={setSearch} firstAsked={firstAsked} />
          )}
          <PlanFooter task={task} onFirst={() => setFirstAsked((count) => count + 1)} />
        </>
      )}
    </PlanContext>
  );
}

function phaseOf({ status, executeTask }: NonNullable<PlanState['plan']>): Phase {
  if (status !== 'EXECUTED') return 'PLANNED';
  return executeTask?.isUndone === true ? 'UNDONE' : 'DONE';
}

interface ToolsProps {
  search: PlanSearch;
  onSearch: (change: PlanSearchChange) => void;
}

function Tools({ search: { q = '', view }, onSearch }: ToolsProps) {
  return (
    <div className={`${layout.tools ?? ''} ${styles.tools ?? ''}`}>
      <SearchField label="Search items" value={q} onChange={(value) => onSearch({ q: value })} />
      <Segments
        label="Show items as"
        value={view ?? 'list'}
        options={[
          { value: 'list', text: 'List' },
          { value: 'graph', text: 'Graph' },
        ]}
        onChange={(value) => onSearch({ view: value === 'graph' ? value : undefined })}
      />
    </div>
  );
}

function whyNotReady(status: NonNullable<PlanState['plan']>['status']): string | undefined {
  if (status === 'READY') return undefined;
  if (status === 'EXECUTED') return 'The plan was executed.';
  return status === 'EXECUTING' ? 'The plan is being executed.' : 'The plan can’t be changed.';
}
