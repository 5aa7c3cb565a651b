/** The projects that a person may change, or look at, to choose one: searched as it is typed, however many there are. */
import { useState } from 'react';
import { ProjectChoicesDocument, type ProjectChoicesQuery } from '../api/operations.generated.js';
import { usePages } from '../api/usePages.js';
import { Button } from '../design/button.js';
import { SearchField } from '../design/field.js';
import { Pick } from '../design/pick.js';
import { ErrorState } from '../design/states.js';
import { whyRoleLacks } from './rights.js';

export type ProjectChoice = ProjectChoicesQuery['projects']['nodes'][number];

interface ProjectPickProps {
  value: ProjectChoice | undefined;
  /** A project that cannot be chosen, such as the one that a person is in. */
  exceptId?: string;
  /** The role that the person must have there. */
  needs?: 'VIEWER' | 'EDITOR';
  onChange: (project: ProjectChoice) => void;
}

export function ProjectPick({ value, exceptId, needs = 'EDITOR', onChange }: ProjectPickProps) {
  const [find, setFind] = useState('');
  const { nodes, error, hasMore, loadMore, refresh } = usePages(ProjectChoicesDocument, {
    variables: { ...(find !== '' && { filter: { search: find } }) },
    pageIn: ({ projects }) => projects,
    pageSize: 100,
  });
  const shown = nodes.filter(({ id, myRole }) => id !== exceptId && whyRoleLacks(myRole, needs) === undefined);
  return (
    <>
      <SearchField isWide label="Search projects" value={find} onChange={setFind} />
      {error && nodes.length === 0 && <ErrorState error={error} onRetry={refresh} />}
      <Pick
        label="Project"
        value={value?.id}
        none={needs === 'EDITOR' ? 'No other project that you may change matches.' : 'No project matches.'}
        options={shown.map(({ id, key, name }) => ({ value: id, text: key, ...(name !== key && { note: name }) }))}
        onChange={(id) => {
          const chosen = nodes.find((project) => project.id === id);
          if (chosen) onChange(chosen);
        }}
      />
      {hasMore && (
        <Button isSmall onPress={loadMore}>
          Show more
        </Button>
      )}
    </>
  );
}
