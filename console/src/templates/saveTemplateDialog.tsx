import { useState } from 'react';
import type { TemplateDirection } from '../api/operations.generated.js';
import { FormDialog } from '../design/dialog.js';
import { TextField } from '../design/field.js';
import { useToast } from '../design/toasts.js';
import text from '../design/text.module.css';
import type { JsonObject } from '../json.js';
import { useBranch } from '../shell/branch.js';
import { useSaveTemplate } from './useSaveTemplate.js';

interface SaveTemplateDialogProps {
  direction: TemplateDirection;
  settings: JsonObject;
  /** What of the screen the template keeps, as a sentence. */
  keeps: string;
  /** The template that is in use: to save under its name again replaces it. */
  usedName?: string;
  onSaved?: (id: string) => void;
  onClose: () => void;
}

/** Saves what was chosen on a screen under a name. */
export function SaveTemplateDialog({
  direction,
  settings,
  keeps,
  usedName = '',
  onSaved,
  onClose,
}: SaveTemplateDialogProps) {
  const { project } = useBranch();
  const toast = useToast();
  const [name, setName] = useState(usedName);
  const { save, notes } = useSaveTemplate((id) => onSaved?.(id));
  const wanted = name.trim();
  return (
    <FormDialog
      title="Save as a template"
      verb="Save"
      whyDisabled={wanted === '' ? 'Enter a name first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const template = await save({ projectId: project.id, direction, name: wanted, settings }, wanted === usedName);
        if (!template) return false;
        toast({ tone: 'create', icon: 'check', title: `The template “${wanted}” is saved` });
        return true;
      }}
    >
      <p className={text.muted}>{keeps}</p>
      <TextField label="Name" value={name} onChange={setName} autoFocus isRequired />
      {notes}
    </FormDialog>
  );
}
