/** All projects that a person may see. */
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ProjectsDocument, type ProjectsQuery, type ProjectOrderField } from '../api/operations.generated.js';
import { usePages } from '../api/usePages.js';
import { Button } from '../design/button.js';
import { SearchField } from '../design/field.js';
import { countOf, formatCount, formatTime } from '../design/format.js';
import { PageHead } from '../design/page.js';
import { EmptyState, ErrorState, SkeletonRows } from '../design/states.js';
import { Table, TableFoot, type Column, type Sorting } from '../design/table.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { branchPath } from '../shell/branchPath.js';
import { useWhyNoSuperuser } from '../shell/rights.js';
import { rootRoute } from '../shell/rootRoute.js';
import { CreateProjectDialog } from './createProjectDialog.js';

interface ProjectsSearch {
  q?: string;
  sort?: ProjectOrderField;
  desc?: boolean;
}

const sortFields = new Set<unknown>(['KEY', 'NAME', 'CREATED_AT', 'UPDATED_AT']);

export const projectsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: ProjectsPage,
  validateSearch: ({ q, sort, desc }: Record<string, unknown>): ProjectsSearch => ({
    ...(typeof q === 'string' && q !== '' && { q }),
    ...(sortFields.has(sort) && { sort: sort as ProjectOrderField }),
    ...(desc === true && { desc }),
  }),
});

type ProjectRow = ProjectsQuery['projects']['nodes'][number];

function addressOf({ key, defaultBranch }: { key: string; defaultBranch: { name: string } }): string {
  return branchPath({ projectKey: key, branchName: defaultBranch.name });
}

const columns: readonly Column<ProjectRow>[] = [
  {
    id: 'KEY',
    title: 'Key',
    isSortable: true,
    cell: (project) => (
      <Link to={addressOf(project)} className={text.name ?? ''}>
        {project.key}
      </Link>
    ),
  },
  { id: 'NAME', title: 'Name', isSortable: true, isWideOnly: true, cell: ({ name }) => name },
  {
    id: 'description',
    title: 'Description',
    isWideOnly: true,
    cell: ({ description }) => <span className={text.muted}>{description}</span>,
  },
  {
    id: 'resources',
    title: 'Resources',
    width: '96px',
    isNumber: true,
    cell: ({ defaultBranch }) => formatCount(defaultBranch.kindCounts.reduce((sum, { count }) => sum + count, 0)),
  },
  { id: 'branches', title: 'Branches', width: '88px', isNumber: true, cell: ({ branches }) => branches.length },
  {
    id: 'UPDATED_AT',
    title: 'Settings changed',
    width: '136px',
    isNumber: true,
    isWideOnly: true,
    isSortable: true,
    cell: ({ updatedAt }) => <span className={text.muted}>{formatTime(updatedAt)}</span>,
  },
];

function ProjectsPage() {
  const { q = '', sort = 'KEY', desc = false } = projectsRoute.useSearch();
  const navigate = useNavigate({ from: '/' });
  const [isCreating, setIsCreating] = useState(false);
  const whyNot = useWhyNoSuperuser();
  const pages = usePages(ProjectsDocument, {
    variables: {
      ...(q !== '' && { filter: { search: q } }),
      orderBy: { field: sort, direction: desc ? ('DESC' as const) : ('ASC' as const) },
    },
    pageIn: ({ projects }) => projects,
  });
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = pages;
  const setSearch = (change: Partial<ProjectsSearch>) =>
    void navigate({ search: (last) => ({ ...last, ...change }), replace: true });

  return (
    <>
      <PageHead title="Projects" facts={totalCount !== undefined && countOf(totalCount, 'project')}>
        <Button
          look="primary"
          icon="plus"
          whyDisabled={whyNot}
          onPress={() => {
            setIsCreating(true);
          }}
        >
          New project
        </Button>
      </PageHead>
      <div className={layout.tools}>
        <SearchField
          label="Search projects"
          value={q}
          onChange={(value) => {
            setSearch({ q: value });
          }}
        />
      </div>
      {error && nodes.length === 0 && <ErrorState error={error} onRetry={refresh} />}
      {totalCount === undefined && !error && <SkeletonRows />}
      {totalCount === 0 && (
        <EmptyState title={q === '' ? 'No projects yet' : 'Nothing matches'}>
          <p>
            {q === ''
              ? 'A project holds the configuration of one product, with its branches.'
              : 'No project has this text in its key, its name or its description.'}
          </p>
        </EmptyState>
      )}
      {totalCount !== undefined && totalCount > 0 && (
        <Table
          label="Projects"
          columns={columns}
          rows={nodes}
          totalCount={totalCount}
          keyOf={({ id }) => id}
          nameOf={({ key }) => key}
          sorting={{ column: sort, isDescending: desc }}
          onSort={({ column, isDescending }: Sorting) => {
            setSearch({ sort: column as ProjectOrderField, desc: isDescending });
          }}
          onOpen={(project) => void navigate({ to: addressOf(project) })}
          hasMore={hasMore}
          onEnd={loadMore}
        />
      )}
      {totalCount !== undefined && totalCount > 0 && (
        <TableFoot>
          {formatCount(nodes.length)} of {countOf(totalCount, 'project')} loaded
        </TableFoot>
      )}
      {isCreating && (
        <CreateProjectDialog
          onClose={() => {
            setIsCreating(false);
          }}
          onCreated={(project) => void navigate({ to: addressOf(project) })}
        />
      )}
    </>
  );
}
