/** Settings of an export that were saved under a name: use them, or save what is set now. */
import { useEffect, useRef, useState } from 'react';
import {
  ExportTemplatesDocument,
  SaveExportTemplateDocument,
  type ExportTemplatesQuery,
  type StartExportInput,
} from '../api/operations.generated.js';
import type { JsonObject } from '../json.js';
import { useWhyOffline } from '../api/connection.js';
import { useQuery } from '../api/requests.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Button } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { Checkbox, TextField } from '../design/field.js';
import { Menu, MenuGroup, MenuItem } from '../design/menu.js';
import { ProblemList } from '../design/states.js';
import { useToast } from '../design/toasts.js';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';

type Template = NonNullable<ExportTemplatesQuery['templates']>['nodes'][number];

interface TemplateMenuProps {
  /** The template that the address names. */
  templateId: string | undefined;
  input: StartExportInput;
  onUse: (template: Template) => void;
}

export function TemplateMenu({ templateId, input, onUse }: TemplateMenuProps) {
  const { project } = useBranch();
  const whyOffline = useWhyOffline();
  const { data, refresh } = useQuery(ExportTemplatesDocument, { projectId: project.id });
  const [isSaving, setIsSaving] = useState(false);
  const templates = data?.templates?.nodes ?? [];
  const named = templates.find(({ id }) => id === templateId);
  const used = useRef<string>(undefined);
  useEffect(() => {
    if (named && used.current !== named.id) {
      used.current = named.id;
      onUse(named);
    }
  }, [named, onUse]);
  return (
    <>
      <Menu label="Templates" button={<Button icon="template">Template: {named?.name ?? 'none'}</Button>}>
        <MenuGroup title={templates.length === 0 ? 'No templates for exports yet' : 'Use'}>
          {templates.map((template) => (
            <MenuItem
              key={template.id}
              onAction={() => {
                used.current = template.id;
                onUse(template);
              }}
            >
              {template.name}
            </MenuItem>
          ))}
        </MenuGroup>
        <MenuGroup>
          <MenuItem
            icon="plus"
            isDisabled={whyOffline !== undefined}
            onAction={() => {
              setIsSaving(true);
            }}
          >
            Save as a template…
          </MenuItem>
        </MenuGroup>
      </Menu>
      {isSaving && (
        <SaveTemplateDialog
          input={input}
          name={named?.name ?? ''}
          onSaved={refresh}
          onClose={() => {
            setIsSaving(false);
          }}
        />
      )}
    </>
  );
}

interface SaveTemplateDialogProps {
  input: StartExportInput;
  name: string;
  onSaved: () => void;
  onClose: () => void;
}

function SaveTemplateDialog({ input, name: lastName, onSaved, onClose }: SaveTemplateDialogProps) {
  const { project } = useBranch();
  const show = useToast();
  const [name, setName] = useState(lastName);
  const [isOverwriteAllowed, setIsOverwriteAllowed] = useState(lastName !== '');
  const { submit, problems } = useSubmit(SaveExportTemplateDocument);
  return (
    <FormDialog
      title="Save as a template"
      verb="Save"
      whyDisabled={name.trim() === '' ? 'Enter a name first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const { selection, ...options } = input;
        const { all, kinds, resourceIds } = selection;
        const chosen = { ...(all && { all }), ...(kinds && { kinds }), ...(resourceIds && { resourceIds }) };
        const settings = { ...options, ...(Object.keys(chosen).length > 0 && { selection: chosen }) } as JsonObject;
        const data = await submit({
          input: { ...{ projectId: project.id, direction: 'EXPORT', name: name.trim(), settings, isOverwriteAllowed } },
        });
        if (!data?.saveTemplate.template) return false;
        show({ tone: 'create', icon: 'check', title: `The template ${data.saveTemplate.template.name} is saved` });
        onSaved();
        return true;
      }}
    >
      <p className={text.muted}>It keeps the selection, what is left out, the format, fields and conditions.</p>
      <TextField label="Name" value={name} onChange={setName} isRequired autoFocus />
      <Checkbox isSelected={isOverwriteAllowed} onChange={setIsOverwriteAllowed}>
        Replace a template of this name
      </Checkbox>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
