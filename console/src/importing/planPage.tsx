/** An import plan from its file to its result. Everything it shows comes from the id in its address. */
import { createRoute, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useWhyOffline } from '../api/connection.js';
import type { ImportAction } from '../api/operations.generated.js';
import { Segments } from '../design/field.js';
import layout from '../design/layout.module.css';
import { ErrorState, SkeletonRows } from '../design/states.js';
import { useBranch } from '../shell/branch.js';
import { branchRoute } from '../shell/branchRoute.js';
import { NotFound } from '../shell/notFound.js';
import { ChangedNotice } from './changedNotice.js';
import { CountsBar } from './countsBar.js';
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

// Only files of records have a mapping: what changes it is loaded when it is opened.
const MappingPanel = lazy(() => import('./mappingPanel.js').then((module) => ({ default: module.MappingPanel })));
/** What draws is loaded when it is first shown. */
const PlanGraph = lazy(() => import('./planGraph.js').then((module) => ({ default: module.PlanGraph })));

const actions = new Set<unknown>([
  ...['COLLISION', 'BLOCKED', 'CREATE', 'UPDATE', 'REFERENCE_UPDATE', 'UNCHANGED', 'SKIPPED'],
]);

export const planRoute = createRoute({
  getParentRoute: () => branchRoute,
  path: 'import/$planId',
  component: PlanPage,
  validateSearch: ({ action, kind, q, mapping, view }: Record<string, unknown>): PlanSearch => ({
    ...(actions.has(action) && { action: action as ImportAction }),
    ...(typeof kind === 'string' && { kind }),
    ...(typeof q === 'string' && q !== '' && { q }),
    ...(mapping === true && { mapping }),
    ...(view === 'graph' && { view }),
  }),
});

function PlanPage() {
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
  const navigate = useNavigate({ from: planRoute.fullPath });
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
  const screen = useMemo<PlanScreen>(() => ({ plan, whyFixed, whyNot, refresh }), [plan, whyFixed, whyNot, refresh]);
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
          <PlanAdvice />
          <CountsBar counts={plan.counts} selected={search.action} onSelect={(action) => setSearch({ action })} />
          <KindTabs selected={search.kind} onSelect={(kind) => setSearch({ kind })} />
          <ViewSwitch view={search.view} onView={(view) => setSearch({ view })} />
          {search.view === 'graph' ? (
            <Suspense fallback={<SkeletonRows />}>
              <PlanGraph search={search} firstAsked={firstAsked} />
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

interface ViewSwitchProps {
  view: PlanSearch['view'];
  onView: (view: PlanSearch['view']) => void;
}

function ViewSwitch({ view, onView }: ViewSwitchProps) {
  return (
    <div className={layout.tools}>
      <Segments
        label="Show items as"
        value={view ?? 'list'}
        options={[
          { value: 'list', text: 'List' },
          { value: 'graph', text: 'Graph' },
        ]}
        onChange={(value) => onView(value === 'graph' ? value : undefined)}
      />
    </div>
  );
}

function whyNotReady(status: NonNullable<PlanState['plan']>['status']): string | undefined {
  if (status === 'READY') return undefined;
  if (status === 'EXECUTED') return 'The plan was executed.';
  return status === 'EXECUTING' ? 'The plan is being executed.' : 'The plan can’t be changed.';
}
