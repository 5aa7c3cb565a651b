/** Settings of an export that were saved under a name: use them, or save what is set now. */
import { useEffect, useRef, useState } from 'react';
import {
  ExportTemplatesDocument,
  type ExportTemplatesQuery,
  type StartExportInput,
} from '../api/operations.generated.js';
import type { JsonObject } from '../json.js';
import { useQuery } from '../api/requests.js';
import { Button } from '../design/button.js';
import { Menu, MenuGroup, MenuItem } from '../design/menu.js';
import { useBranch } from '../shell/branch.js';
import { useWhyNot } from '../shell/rights.js';
import { SaveTemplateDialog } from '../templates/saveTemplateDialog.js';

type Template = NonNullable<ExportTemplatesQuery['templates']>['nodes'][number];

interface TemplateMenuProps {
  /** The template that the address names. */
  templateId: string | undefined;
  input: StartExportInput;
  onUse: (template: Template) => void;
  /** The choice was saved: it is that of this template now. */
  onSaved: (id: string) => void;
}

export function TemplateMenu({ templateId, input, onUse, onSaved }: TemplateMenuProps) {
  const { project } = useBranch();
  const whyNot = useWhyNot('EDITOR');
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
            whyDisabled={whyNot}
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
          direction="EXPORT"
          settings={settingsOf(input)}
          keeps="It keeps the selection, what is left out, the format, fields and conditions."
          usedName={named?.name ?? ''}
          onSaved={(id) => {
            // What is saved is what is chosen: nothing has to be applied.
            used.current = id;
            onSaved(id);
            refresh();
          }}
          onClose={() => {
            setIsSaving(false);
          }}
        />
      )}
    </>
  );
}

/** What of an export's input a template keeps: all of it but the branch. */
function settingsOf({ selection, ...options }: StartExportInput): JsonObject {
  const { all, kinds, resourceIds } = selection;
  const chosen = { ...(all && { all }), ...(kinds && { kinds }), ...(resourceIds && { resourceIds }) };
  return { ...options, ...(Object.keys(chosen).length > 0 && { selection: chosen }) };
}
