import { useState } from 'react';
import { CreateProjectDocument } from '../api/operations.generated.js';
import { useSubmit } from '../shell/useSubmit.js';
import { FormDialog } from '../design/dialog.js';
import { Checkbox, TextField } from '../design/field.js';
import { ProblemList } from '../design/states.js';

interface CreateProjectDialogProps {
  onClose: () => void;
  onCreated: (project: { key: string; defaultBranch: { name: string } }) => void;
}

export function CreateProjectDialog({ onClose, onCreated }: CreateProjectDialogProps) {
  const [name, setName] = useState('');
  const [key, setKey] = useState<string>();
  const [description, setDescription] = useState('');
  const [isEventDriven, setIsEventDriven] = useState(false);
  const { submit, problems } = useSubmit(CreateProjectDocument);
  const shownKey = key ?? keyFrom(name);
  return (
    <FormDialog
      title="New project"
      verb="Create project"
      whyDisabled={shownKey === '' ? 'Enter a name first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const capabilities = isEventDriven ? ['EVENT_DRIVEN' as const] : [];
        const input = { key: shownKey, name: name.trim() || shownKey, description: description || null, capabilities };
        const payload = (await submit({ input }))?.createProject;
        if (payload?.project) onCreated(payload.project);
        return payload?.project != null;
      }}
    >
      <TextField label="Name" value={name} onChange={setName} autoFocus isRequired />
      <TextField
        label="Key"
        value={shownKey}
        onChange={setKey}
        isMono
        hint="Stands in addresses and in files. It cannot be changed later."
      />
      <TextField label="Description" value={description} onChange={setDescription} isLong />
      <Checkbox isSelected={isEventDriven} onChange={setIsEventDriven}>
        Event-driven architecture: projections may be references
      </Checkbox>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}

/** Lower-case letters, digits and hyphens: what every key may hold. */
function keyFrom(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
