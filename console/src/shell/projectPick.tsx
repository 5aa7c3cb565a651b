/** The projects that a person may see, to choose one: searched as it is typed, however many there are. */
import { useEffect, useState } from 'react';
import { ProjectChoicesDocument, type ProjectChoicesQuery } from '../api/operations.generated.js';
import { usePages } from '../api/usePages.js';
import { SearchField } from '../design/field.js';
import { Pick } from '../design/pick.js';
import { ErrorState } from '../design/states.js';

export type ProjectChoice = ProjectChoicesQuery['projects']['nodes'][number];

interface ProjectPickProps {
  value: ProjectChoice | undefined;
  /** A project that cannot be chosen, such as the one that a person is in. */
  exceptId?: string;
  onChange: (project: ProjectChoice) => void;
}

export function ProjectPick({ value, exceptId, onChange }: ProjectPickProps) {
  const [find, setFind] = useState('');
  const { nodes, error, hasMore, loadMore, refresh } = usePages(ProjectChoicesDocument, {
    variables: {},
    pageIn: ({ projects }) => projects,
    pageSize: 500,
  });
  // The server has no search for projects: all of them are searched here.
  useEffect(() => {
    if (hasMore) loadMore();
  }, [hasMore, nodes.length, loadMore]);
  const wanted = find.toLowerCase();
  const shown = nodes.filter(
    ({ id, key, name }) => id !== exceptId && [key, name].some((word) => word.toLowerCase().includes(wanted)),
  );
  return (
    <>
      <SearchField isWide label="Search projects" value={find} onChange={setFind} />
      {error && nodes.length === 0 && <ErrorState error={error} onRetry={refresh} />}
      <Pick
        label="Project"
        value={value?.id}
        none="No other project matches."
        options={shown.map(({ id, key, name }) => ({ value: id, text: key, ...(name !== key && { note: name }) }))}
        onChange={(id) => {
          const chosen = nodes.find((project) => project.id === id);
          if (chosen) onChange(chosen);
        }}
      />
    </>
  );
}
