import { useState } from 'react';
import { NewBranchDocument } from '../api/operations.generated.js';
import { useSubmit } from '../shell/useSubmit.js';
import { FormDialog } from '../design/dialog.js';
import { TextField } from '../design/field.js';
import { Choice } from '../design/menu.js';
import { ProblemList } from '../design/states.js';
import { useBranch } from '../shell/branch.js';

interface NewBranchDialogProps {
  branches: readonly { id: string; name: string }[];
  onClose: () => void;
  onCreated: (name: string) => void;
}

const empty = 'EMPTY';

export function NewBranchDialog({ branches, onClose, onCreated }: NewBranchDialogProps) {
  const current = useBranch();
  const [name, setName] = useState('');
  const [from, setFrom] = useState(current.id);
  const { submit, problems } = useSubmit(NewBranchDocument);
  return (
    <FormDialog
      title="New branch"
      verb="Create branch"
      whyDisabled={name.trim() === '' ? 'Enter a name first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const fromBranchId = from === empty ? null : from;
        const data = await submit({ input: { projectId: current.project.id, name: name.trim(), fromBranchId } });
        const branch = data?.createBranch.branch;
        if (!branch) return false;
        onCreated(branch.name);
        return true;
      }}
    >
      <TextField label="Name" value={name} onChange={setName} isMono isRequired autoFocus />
      <div>
        <Choice
          label="Starts with"
          value={from}
          options={[
            ...branches.map((branch) => ({ value: branch.id, text: `the resources of ${branch.name}` })),
            { value: empty, text: 'nothing' },
          ]}
          onChange={setFrom}
        />
      </div>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
