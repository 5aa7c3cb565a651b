import { useState } from 'react';
import {
  GrantRoleDocument,
  ProjectRolesDocument,
  RevokeRoleDocument,
  type PrincipalLineFragment,
  type Role,
} from '../api/operations.generated.js';
import { usePages } from '../api/usePages.js';
import { useSubmit } from '../shell/useSubmit.js';
import { PrincipalName, PrincipalPicker } from '../access/principalPicker.js';
import { roleOptions, roleWords } from '../access/principalWords.js';
import { Button } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { countOf } from '../design/format.js';
import { Choice } from '../design/menu.js';
import { Line, Lines, Section } from '../design/section.js';
import { ProblemList, SkeletonRows, sentenceOf } from '../design/states.js';
import text from '../design/text.module.css';
import type { SectionProps } from './section.js';

export function RolesSection({ project, whyNot }: SectionProps) {
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(ProjectRolesDocument, {
    variables: { projectKey: project.key },
    pageIn: (data) => data.project?.memberships,
    pageSize: 50,
  });
  const grant = useSubmit(GrantRoleDocument);
  const revoke = useSubmit(RevokeRoleDocument);
  const [isGranting, setIsGranting] = useState(false);
  const projectId = project.id;
  return (
    <Section title="Roles" about="Superusers may do everything in every project, and are not listed.">
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {totalCount === undefined && !error && <SkeletonRows count={3} />}
      {totalCount === 0 && <p className={text.muted}>Nobody has a role here: only superusers see the project.</p>}
      <Lines label="Roles">
        {nodes.map(({ role, principal }) => (
          <Line key={principal.id} main={<PrincipalName principal={principal} />}>
            <Choice
              label={`Role of ${principal.name}`}
              isLabelShown={false}
              value={role}
              options={roleOptions}
              isDisabled={whyNot !== undefined}
              onChange={(chosen) => {
                void grant.submit({ input: { projectId, principalId: principal.id, role: chosen } }).then(refresh);
              }}
            />
            <Button
              look="quiet"
              icon="close"
              label={`Revoke the role of ${principal.name}`}
              whyDisabled={whyNot}
              onPress={() => {
                void revoke.submit({ input: { projectId, principalId: principal.id } }).then(refresh);
              }}
            />
          </Line>
        ))}
      </Lines>
      {hasMore && <Button onPress={loadMore}>Show more of {countOf(totalCount ?? 0, 'role')}</Button>}
      <ProblemList problems={[...grant.problems, ...revoke.problems]} />
      <Button
        icon="plus"
        whyDisabled={whyNot}
        onPress={() => {
          setIsGranting(true);
        }}
      >
        Grant a role
      </Button>
      {isGranting && (
        <GrantDialog
          project={project}
          onGranted={refresh}
          onClose={() => {
            setIsGranting(false);
          }}
        />
      )}
    </Section>
  );
}

interface GrantDialogProps {
  project: { id: string; key: string };
  onGranted: () => void;
  onClose: () => void;
}

function GrantDialog({ project, onGranted, onClose }: GrantDialogProps) {
  const [principal, setPrincipal] = useState<PrincipalLineFragment>();
  const [role, setRole] = useState<Role>('VIEWER');
  const { submit, problems } = useSubmit(GrantRoleDocument);
  return (
    <FormDialog
      title={`Grant a role in ${project.key}`}
      verb={principal ? `Make ${principal.name} ${role === 'EDITOR' ? 'an' : 'a'} ${roleWords[role]}` : 'Grant'}
      whyDisabled={principal ? undefined : 'Choose who gets the role first.'}
      onClose={onClose}
      onSubmit={async () => {
        if (!principal) return false;
        const input = { projectId: project.id, principalId: principal.id, role };
        const isDone = (await submit({ input }))?.grantRole.membership != null;
        if (isDone) onGranted();
        return isDone;
      }}
    >
      <PrincipalPicker chosen={principal} onChoose={setPrincipal} />
      <Choice label="Role" value={role} options={roleOptions} onChange={setRole} />
      <ul className={text.muted} aria-label="What the roles allow">
        {roleOptions.map((option) => (
          <li key={option.value}>
            <b>{option.text}</b>: {option.note}
          </li>
        ))}
      </ul>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
