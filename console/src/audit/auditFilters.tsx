/** Narrows the audit log: what was done, by whom, in which project, and when. */
import { useState } from 'react';
import {
  AuditChoicesDocument,
  PrincipalListDocument,
  ProjectChoicesDocument,
  type AuditAction,
} from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { typeWords } from '../access/principalWords.js';
import { TextField } from '../design/field.js';
import { Choice } from '../design/menu.js';
import { SearchedChoice } from '../design/searchedChoice.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { actionWords } from './auditWords.js';
import styles from './audit.module.css';

export interface AuditSearch {
  action?: AuditAction;
  who?: string;
  project?: string;
  /** Local times, as the field of a browser writes them. */
  from?: string;
  until?: string;
}

export type SearchChange = { [Key in keyof AuditSearch]?: AuditSearch[Key] | undefined };

const any = 'any';
const actionOptions = [
  { value: any, text: 'any' },
  ...Object.entries(actionWords)
    .map(([value, words]) => ({ value, text: words }))
    .sort((a, b) => a.text.localeCompare(b.text)),
];

/** So many of what a search finds are offered. */
const foundCount = 50;

function filterOf(search: string) {
  return search === '' ? {} : { filter: { search } };
}

function nameIn(node: { id: string; name?: string; key?: string } | null | undefined): string | undefined {
  return node?.name ?? node?.key;
}

export function AuditFilters({ search, onSearch }: { search: AuditSearch; onSearch: (change: SearchChange) => void }) {
  const { action, who, project, from = '', until = '' } = search;
  const { data: chosen } = useQuery(AuditChoicesDocument, {
    ...{ who: who ?? '', isWho: who !== undefined },
    ...{ project: project ?? '', isProject: project !== undefined },
  });
  const [findWho, setFindWho] = useState('');
  const [findProject, setFindProject] = useState('');
  const people = useQuery(PrincipalListDocument, { first: foundCount, ...filterOf(findWho) }).data;
  const projects = useQuery(ProjectChoicesDocument, { first: foundCount, ...filterOf(findProject) }).data;
  return (
    <div className={layout.tools} role="search" aria-label="Filter the audit log">
      <Choice
        label="Action"
        value={action ?? any}
        options={actionOptions}
        onChange={(value) => {
          onSearch({ action: value === any ? undefined : (value as AuditAction) });
        }}
      />
      <SearchedChoice
        label="Who"
        shown={who === undefined ? 'anyone' : (nameIn(chosen?.who) ?? 'someone else')}
        value={who ?? any}
        find={findWho}
        onFind={setFindWho}
        options={[
          ...(findWho === '' ? [{ value: any, text: 'anyone' }] : []),
          ...(people?.principals.nodes ?? []).map(({ id, name, type }) => ({
            value: id,
            text: name,
            note: typeWords[type],
          })),
        ]}
        onChange={(value) => {
          onSearch({ who: value === any ? undefined : value });
        }}
      />
      <SearchedChoice
        label="Project"
        shown={project === undefined ? 'any' : (nameIn(chosen?.project) ?? 'a deleted one')}
        value={project ?? any}
        find={findProject}
        onFind={setFindProject}
        options={[
          ...(findProject === '' ? [{ value: any, text: 'any' }] : []),
          ...(projects?.projects.nodes ?? []).map(({ id, key, name }) => ({
            ...{ value: id, text: key },
            ...(name !== key && { note: name }),
          })),
        ]}
        onChange={(value) => {
          onSearch({ project: value === any ? undefined : value });
        }}
      />
      <div className={styles.times}>
        <TextField
          label="From"
          type="datetime-local"
          value={from}
          isLabelHidden
          onChange={(value) => {
            onSearch({ from: value === '' ? undefined : value });
          }}
        />
        <span className={text.muted}>until</span>
        <TextField
          label="Until"
          type="datetime-local"
          value={until}
          isLabelHidden
          onChange={(value) => {
            onSearch({ until: value === '' ? undefined : value });
          }}
        />
      </div>
    </div>
  );
}
