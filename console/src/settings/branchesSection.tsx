import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DeleteBranchDocument, NewBranchDocument } from '../api/operations.generated.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Badge } from '../design/badge.js';
import { Button } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { TextField } from '../design/field.js';
import { countOf } from '../design/format.js';
import { Choice } from '../design/menu.js';
import { Line, Lines, Section } from '../design/section.js';
import { ProblemList } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import type { SectionProps, SettingsProject } from './section.js';

type Branch = SettingsProject['branches'][number];

function countIn({ kindCounts }: Branch): string {
  return countOf(
    kindCounts.reduce((sum, { count }) => sum + count, 0),
    'resource',
  );
}

export function BranchesSection({
  project,
  whyNot,
  whyNoNew,
  onChanged,
}: SectionProps & { whyNoNew: string | undefined }) {
  const [dialog, setDialog] = useState<'new' | Branch>();
  const close = () => {
    setDialog(undefined);
  };
  return (
    <Section title="Branches" about="Each branch has its own resources. A copy of a branch costs nothing extra.">
      <Lines label="Branches">
        {project.branches.map((branch) => (
          <Line
            key={branch.id}
            main={
              <span className={layout.row}>
                <Link
                  to={branchPath({ projectKey: project.key, branchName: branch.name })}
                  className={`${text.name ?? ''} ${text.cut ?? ''}`}
                >
                  {branch.name}
                </Link>
                {branch.isDefault && <Badge tone="neutral">Default</Badge>}
              </span>
            }
          >
            <span className={text.muted}>{countIn(branch)}</span>
            <Button
              look="quiet"
              icon="trash"
              label={`Delete ${branch.name}`}
              whyDisabled={whyNot ?? (branch.isDefault ? 'The default branch cannot be deleted.' : undefined)}
              onPress={() => {
                setDialog(branch);
              }}
            />
          </Line>
        ))}
      </Lines>
      <Button
        icon="plus"
        whyDisabled={whyNoNew}
        onPress={() => {
          setDialog('new');
        }}
      >
        New branch
      </Button>
      {dialog === 'new' && <NewBranchDialog project={project} onClose={close} onChanged={onChanged} />}
      {dialog !== undefined && dialog !== 'new' && (
        <DeleteBranchDialog project={project} branch={dialog} onClose={close} onChanged={onChanged} />
      )}
    </Section>
  );
}

interface DialogProps {
  project: SettingsProject;
  onClose: () => void;
  onChanged: () => void;
}

const empty = 'empty';

function NewBranchDialog({ project, onClose, onChanged }: DialogProps) {
  const [name, setName] = useState('');
  const [from, setFrom] = useState(project.branches[0]?.id ?? empty);
  const { submit, problems } = useSubmit(NewBranchDocument);
  const options = [
    ...project.branches.map((branch) => ({ value: branch.id, text: `as a copy of ${branch.name}` })),
    { value: empty, text: 'empty' },
  ];
  return (
    <FormDialog
      title={`New branch of ${project.key}`}
      verb="Create branch"
      whyDisabled={name.trim() === '' ? 'Enter a name first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const input = { projectId: project.id, name: name.trim(), ...(from !== empty && { fromBranchId: from }) };
        const isDone = (await submit({ input }))?.createBranch.branch != null;
        if (isDone) onChanged();
        return isDone;
      }}
    >
      <TextField label="Name" value={name} onChange={setName} isMono autoFocus isRequired />
      <Choice label="Begins" value={from} options={options} onChange={setFrom} />
      <ProblemList problems={problems} />
    </FormDialog>
  );
}

function DeleteBranchDialog({ project, branch, onClose, onChanged }: DialogProps & { branch: Branch }) {
  const shown = useBranch();
  const navigate = useNavigate();
  const { submit, problems } = useSubmit(DeleteBranchDocument);
  const next = project.branches.find(({ isDefault }) => isDefault);
  return (
    <FormDialog
      title={`Delete ${branch.name}?`}
      verb="Delete the branch"
      isDanger
      onClose={onClose}
      onSubmit={async () => {
        const payload = (await submit({ input: { id: branch.id } }))?.deleteBranch;
        if (payload?.deletedId == null) return false;
        onChanged();
        if (shown.id === branch.id && next)
          await navigate({ to: branchPath({ projectKey: project.key, branchName: next.name }, 'settings') });
        return true;
      }}
    >
      <p>{countIn(branch)} go, and the plans, tasks and files of the branch with them. This cannot be undone.</p>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
