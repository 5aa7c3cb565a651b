import { useState } from 'react';
import { SavePlanTemplateDocument } from '../api/operations.generated.js';
import { useSubmit } from '../shell/useSubmit.js';
import { FormDialog } from '../design/dialog.js';
import { Checkbox, TextField } from '../design/field.js';
import { ProblemList } from '../design/states.js';
import { useToast } from '../design/toasts.js';
import { useBranch } from '../shell/branch.js';
import { usePlanScreen } from './planContext.js';

export function SaveTemplateDialog({ onClose }: { onClose: () => void }) {
  const { project } = useBranch();
  const { plan } = usePlanScreen();
  const toast = useToast();
  const [name, setName] = useState('');
  const [isOverwriteAllowed, setIsOverwriteAllowed] = useState(false);
  const { submit, problems } = useSubmit(SavePlanTemplateDocument);
  // A collection belongs to one branch: templates do not hold it.
  const settings = Object.fromEntries(Object.entries(plan.settings).filter(([name]) => name !== 'intoCollection'));
  return (
    <FormDialog
      title="Save as template"
      verb="Save"
      whyDisabled={name.trim() === '' ? 'Give it a name first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const input = { projectId: project.id, name: name.trim(), direction: 'IMPORT' as const, settings };
        const data = await submit({ input: { ...input, isOverwriteAllowed } });
        const template = data?.saveTemplate.template;
        if (!template) return false;
        toast({ tone: 'create', icon: 'check', title: `The template “${template.name}” is saved` });
        return true;
      }}
    >
      <p>The options of this import, for the next files: strategies, mapping and how items come in.</p>
      <TextField label="Name" value={name} onChange={setName} autoFocus isRequired />
      <Checkbox isSelected={isOverwriteAllowed} onChange={setIsOverwriteAllowed}>
        Replace a template of this name
      </Checkbox>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
