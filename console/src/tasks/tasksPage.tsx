/** The tasks of a project: exports, plans, imports and what took them back. */
import { createRoute, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { TaskFilter, TaskType } from '../api/operations.generated.js';
import { useConnection } from '../api/connection.js';
import { ToneIcon } from '../design/badge.js';
import { Button, ButtonLink } from '../design/button.js';
import { SearchField } from '../design/field.js';
import { countOf, formatCount, formatTime } from '../design/format.js';
import { Choice } from '../design/menu.js';
import { PageHead } from '../design/page.js';
import { EmptyState, ErrorState, SkeletonRows } from '../design/states.js';
import { Table, TableFoot } from '../design/table.js';
import { useToast } from '../design/toasts.js';
import layout from '../design/layout.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { branchRoute } from '../shell/branchRoute.js';
import { taskTitles } from '../shell/taskTitles.js';
import { taskColumns } from './taskColumns.js';
import { TaskDialogs } from './taskDialogs.js';
import type { TaskDialog } from './taskMenu.js';
import { isOpen, isPlanOpen, taskName } from './taskWords.js';
import { useTaskList } from './useTaskList.js';
import styles from './tasks.module.css';

type StatusFilter = keyof typeof statusFilters;

interface TasksSearch {
  /** A part of the name of a file or of a person. */
  q?: string;
  type?: TaskType;
  status?: StatusFilter;
  /** The id of a task whose row gets the focus. */
  task?: string;
}

const statusFilters = {
  open: { text: 'running or waiting', filter: { statuses: ['RUNNING', 'QUEUED'] } },
  completed: { text: 'completed', filter: { statuses: ['COMPLETED'], isUndone: false } },
  errors: { text: 'completed with errors', filter: { statuses: ['COMPLETED_WITH_ERRORS'], isUndone: false } },
  undone: { text: 'undone', filter: { isUndone: true } },
  failed: { text: 'failed', filter: { statuses: ['FAILED'] } },
  cancelled: { text: 'cancelled', filter: { statuses: ['CANCELLED'] } },
} satisfies Record<string, { text: string; filter: TaskFilter }>;

const any = 'any' as const;
const typeOptions = [
  { value: any, text: 'any' },
  ...Object.entries(taskTitles).map(([value, title]) => ({ value: value as TaskType, text: title.toLowerCase() })),
];
const statusOptions = [
  { value: any, text: 'any' },
  ...Object.entries(statusFilters).map(([value, { text }]) => ({ value: value as StatusFilter, text })),
];

export const tasksRoute = createRoute({
  getParentRoute: () => branchRoute,
  path: '/tasks',
  component: TasksPage,
  validateSearch: ({ q, type, status, task }: Record<string, unknown>): TasksSearch => ({
    ...(typeof q === 'string' && q !== '' && { q }),
    ...(typeof type === 'string' && type in taskTitles && { type: type as TaskType }),
    ...(typeof status === 'string' && status in statusFilters && { status: status as StatusFilter }),
    ...(typeof task === 'string' && { task }),
  }),
});

function TasksPage() {
  const { project, name } = useBranch();
  const { q = '', type, status, task: shown } = tasksRoute.useSearch();
  const navigate = useNavigate({ from: tasksRoute.fullPath });
  const { isConnected } = useConnection();
  const toast = useToast();
  const [dialog, setDialog] = useState<TaskDialog>();
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = useTaskList(project, filterOf({ q, type, status }));
  const columns = useMemo(() => taskColumns(setDialog), []);
  const reached = useMemo(() => (shown === undefined ? undefined : { key: shown, time: 0 }), [shown]);
  const place = { projectKey: project.key, branchName: name };
  const isFiltered = q !== '' || type !== undefined || status !== undefined;
  const running = nodes.filter((task) => task.status === 'RUNNING').length;
  const waiting = nodes.filter(isOpen).length - running;
  const plans = nodes.filter(isPlanOpen).length;
  const oldest = nodes.at(-1);

  return (
    <>
      <PageHead
        title="Import and Export"
        tabTitle={`Import and Export, ${project.key}`}
        facts={
          <>
            <Fact count={running} word="running" />
            <Fact count={waiting} word="waiting" />
            <Fact count={plans} word={plans === 1 ? 'open plan' : 'open plans'} />
            {running + waiting + plans === 0 && totalCount !== undefined && <span>Nothing is running</span>}
          </>
        }
      >
        <ButtonLink to={branchPath(place, 'export')} icon="download">
          Export
        </ButtonLink>
        <ButtonLink to={branchPath(place, 'import')} look="primary" icon="upload">
          Import
        </ButtonLink>
      </PageHead>
      <div className={layout.tools}>
        <SearchField
          label="Search files and people"
          value={q}
          onChange={(value) => {
            void navigate({
              search: ({ q: _last, ...rest }) => ({ ...rest, ...(value !== '' && { q: value }) }),
              replace: true,
            });
          }}
        />
        <Choice
          label="Type"
          value={type ?? any}
          options={typeOptions}
          onChange={(value) => {
            void navigate({ search: (last) => withChoice(last, { type: value }), replace: true });
          }}
        />
        <Choice
          label="Status"
          value={status ?? any}
          options={statusOptions}
          onChange={(value) => {
            void navigate({ search: (last) => withChoice(last, { status: value }), replace: true });
          }}
        />
        <span className={styles.live}>
          <ToneIcon tone={isConnected ? 'create' : 'neutral'} name="dot" />
          {isConnected ? 'Live' : 'Not live'}
        </span>
      </div>
      {error && nodes.length === 0 && <ErrorState error={error} onRetry={refresh} />}
      {totalCount === undefined && !error && <SkeletonRows />}
      {totalCount === 0 && !isFiltered && (
        <EmptyState title="Nothing was imported or exported yet">
          <p>Each export, each plan and each import stands here, with its files and its progress.</p>
        </EmptyState>
      )}
      {totalCount === 0 && isFiltered && (
        <EmptyState title="Nothing matches">
          <p>No task of this project fits the search and the filters.</p>
          <Button onPress={() => void navigate({ search: {}, replace: true })}>Show all</Button>
        </EmptyState>
      )}
      {totalCount !== undefined && totalCount > 0 && (
        <>
          <Table
            label="Tasks"
            columns={columns}
            rows={nodes}
            totalCount={totalCount}
            keyOf={({ id }) => id}
            nameOf={taskName}
            rowHeight={44}
            reached={reached}
            hasMore={hasMore}
            onEnd={loadMore}
          />
          <TableFoot>
            <span>
              {formatCount(nodes.length)} of {countOf(totalCount, 'task')}
              {oldest && `, from ${formatTime(oldest.createdAt)}`}
            </span>
          </TableFoot>
        </>
      )}
      {dialog && (
        <TaskDialogs
          {...dialog}
          onClose={() => {
            setDialog(undefined);
          }}
          onDone={() => {
            refresh();
            if (dialog.what === 'delete') toast({ tone: 'neutral', icon: 'trash', title: 'Deleted' });
            else toast({ tone: 'neutral', icon: 'undo', title: 'Started', detail: 'The list shows how far it is.' });
          }}
        />
      )}
    </>
  );
}

function filterOf({ q, type, status }: { [Key in keyof TasksSearch]: TasksSearch[Key] | undefined }): TaskFilter {
  return {
    ...(q !== '' && { search: q }),
    ...(type && { types: [type] }),
    ...(status && statusFilters[status].filter),
  };
}

function withChoice(last: TasksSearch, choice: Partial<Record<keyof TasksSearch, string>>): TasksSearch {
  const chosen = Object.entries({ ...last, ...choice }).filter(([, value]) => value !== any);
  return Object.fromEntries(chosen);
}

function Fact({ count, word }: { count: number; word: string }) {
  if (count === 0) return null;
  return (
    <span>
      <b>{formatCount(count)}</b> {word}
    </span>
  );
}
