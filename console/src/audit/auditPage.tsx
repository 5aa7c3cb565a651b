/** What was done on this server, and what was refused, newest first. */
import { createRoute, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import {
  AuditListDocument,
  type AuditAction,
  type AuditFilter,
  type AuditRowFragment,
} from '../api/operations.generated.js';
import { usePages } from '../api/usePages.js';
import { ToneIcon } from '../design/badge.js';
import { Button, TextButton } from '../design/button.js';
import { countOf, formatCount, formatFullTime, formatTime } from '../design/format.js';
import { PageHead } from '../design/page.js';
import { EmptyState, ErrorState, SkeletonRows } from '../design/states.js';
import { Table, TableFoot, type Column } from '../design/table.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { rootRoute } from '../shell/rootRoute.js';
import { AuditFilters, type AuditSearch, type SearchChange } from './auditFilters.js';
import { actionWords, outcomes } from './auditWords.js';

export const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  component: AuditPage,
  validateSearch: ({ action, who, project, from, until }: Record<string, unknown>): AuditSearch => ({
    ...(typeof action === 'string' && action in actionWords && { action: action as AuditAction }),
    ...(typeof who === 'string' && who !== '' && { who }),
    ...(typeof project === 'string' && project !== '' && { project }),
    ...(isTime(from) && { from }),
    ...(isTime(until) && { until }),
  }),
});

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function AuditPage() {
  const search = auditRoute.useSearch();
  const { action, who, project, from, until } = search;
  const navigate = useNavigate({ from: auditRoute.fullPath });
  const onSearch = (change: SearchChange) => {
    void navigate({ search: (last) => ({ ...last, ...change }), replace: true });
  };
  const filter: AuditFilter = {
    ...(action && { actions: [action] }),
    ...(who !== undefined && { principalId: who }),
    ...(project !== undefined && { projectId: project }),
    ...(from !== undefined && { after: new Date(from).toISOString() }),
    ...(until !== undefined && { before: new Date(until).toISOString() }),
  };
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(AuditListDocument, {
    variables: { filter },
    pageIn: ({ auditEvents }) => auditEvents,
  });
  const columns = useMemo(
    () =>
      columnsWith((id) => {
        void navigate({ search: (last) => ({ ...last, who: id }), replace: true });
      }),
    [navigate],
  );
  const isFiltered = Object.keys(search).length > 0;
  return (
    <>
      <PageHead title="Audit log" facts={totalCount !== undefined && countOf(totalCount, 'event')}>
        <Button icon="sync" onPress={refresh}>
          Refresh
        </Button>
      </PageHead>
      <AuditFilters search={search} onSearch={onSearch} />
      {error && nodes.length === 0 && <ErrorState error={error} onRetry={refresh} />}
      {totalCount === undefined && !error && <SkeletonRows />}
      {totalCount === 0 && (
        <EmptyState title={isFiltered ? 'Nothing matches' : 'Nothing was done yet'}>
          {isFiltered && <Button onPress={() => void navigate({ search: {}, replace: true })}>Show all</Button>}
        </EmptyState>
      )}
      {totalCount !== undefined && totalCount > 0 && (
        <>
          <Table
            label="Events"
            columns={columns}
            rows={nodes}
            totalCount={totalCount}
            keyOf={({ id }) => id}
            nameOf={({ action: done, principal, at }) => `${actionWords[done]}, ${principal.name}, ${formatTime(at)}`}
            hasMore={hasMore}
            onEnd={loadMore}
          />
          <TableFoot>
            {formatCount(nodes.length)} of {countOf(totalCount, 'event')} loaded
          </TableFoot>
        </>
      )}
    </>
  );
}

function columnsWith(onWho: (id: string) => void): readonly Column<AuditRowFragment>[] {
  return [
    {
      id: 'at',
      title: 'When',
      width: '136px',
      cell: ({ at }) => (
        <time className={text.muted} dateTime={at} title={formatFullTime(at)}>
          {formatTime(at)}
        </time>
      ),
    },
    { id: 'action', title: 'What', width: '208px', cell: ({ action }) => actionWords[action] },
    {
      id: 'outcome',
      title: 'Outcome',
      width: '120px',
      isWideOnly: true,
      cell: ({ outcome }) => {
        const { word, tone, icon } = outcomes[outcome];
        return (
          <span className={layout.rowTight}>
            <ToneIcon tone={tone} name={icon} />
            {word}
          </span>
        );
      },
    },
    {
      id: 'who',
      title: 'Who',
      width: '160px',
      cell: ({ principal: { id, name } }) =>
        id == null ? (
          <span className={text.muted}>{name}</span>
        ) : (
          <TextButton
            aria-label={`Only what ${name} did`}
            onPress={() => {
              onWho(id);
            }}
          >
            {name}
          </TextButton>
        ),
    },
    {
      id: 'project',
      title: 'Project',
      width: '144px',
      isWideOnly: true,
      cell: ({ project }) => <span className={text.name}>{project?.key}</span>,
    },
    {
      id: 'detail',
      title: 'Details',
      isWideOnly: true,
      cell: ({ detail }) => {
        const words = detailWords(detail);
        return (
          <span className={text.muted} title={words}>
            {words}
          </span>
        );
      },
    },
  ];
}

/** `name: sv_books, created: 5`. */
function detailWords(detail: AuditRowFragment['detail']): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
