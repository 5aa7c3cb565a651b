import { useState } from 'react';
import {
  DeleteTemplateDocument,
  ExportTemplateFitDocument,
  type TemplateDirection,
  type TemplateRowFragment,
} from '../api/operations.generated.js';
import type { JsonObject } from '../json.js';
import { useQuery, useRequests } from '../api/requests.js';
import { useSubmit } from '../shell/useSubmit.js';
import { FormDialog } from '../design/dialog.js';
import { Segments, TextField } from '../design/field.js';
import { faultsAt, JsonField, jsonTextOf, readJsonObject } from '../design/jsonField.js';
import { ProblemList, type ShownProblem } from '../design/states.js';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { ProjectPick, type ProjectChoice } from '../shell/projectPick.js';
import { useSaveTemplate } from './useSaveTemplate.js';

interface DialogProps {
  onClose: () => void;
  onDone: () => void;
}

type SavedProps = DialogProps & { template: TemplateRowFragment };

/** The name and the settings of a template, new or saved. */
export function EditTemplateDialog({ template, onClose, onDone }: DialogProps & { template?: TemplateRowFragment }) {
  const branch = useBranch();
  const [name, setName] = useState(template?.name ?? '');
  const [direction, setDirection] = useState<TemplateDirection>(template?.direction ?? 'EXPORT');
  const [json, setJson] = useState(() => jsonTextOf(template?.settings ?? startOf.EXPORT));
  const { save, problems, notesWithout } = useSaveTemplate(onDone);
  const read = readJsonObject(json);
  const [sent, setSent] = useState<string>();
  const refused = sent === json ? problems.filter(isInSettings) : [];
  const { data: fit } = useQuery(
    ExportTemplateFitDocument,
    { branchId: branch.id, templateId: template?.id ?? '' },
    { isPaused: template?.direction !== 'EXPORT', policy: 'network-only' },
  );
  const unfit = fit?.exportPreview?.problems.filter(({ code }) => code === 'TEMPLATE_UNFIT') ?? [];
  return (
    <FormDialog
      title={template ? `Edit ${template.name}` : 'New template'}
      verb="Save"
      isWide
      whyDisabled={name.trim() === '' ? 'Enter a name first.' : 'fault' in read ? read.fault.message : undefined}
      onClose={onClose}
      onSubmit={async () => {
        if ('fault' in read) return false;
        setSent(json);
        const input = { projectId: branch.project.id, name, direction, settings: read.value };
        return (await save(input, template !== undefined)) !== undefined;
      }}
    >
      {!template && (
        <Segments
          label="For"
          value={direction}
          options={[
            { value: 'EXPORT', text: 'Exports' },
            { value: 'IMPORT', text: 'Imports' },
          ]}
          onChange={(value) => {
            if (json === jsonTextOf(startOf[direction])) setJson(jsonTextOf(startOf[value]));
            setDirection(value);
          }}
        />
      )}
      {!template && <TextField label="Name" value={name} onChange={setName} autoFocus isRequired />}
      <ProblemList problems={unfit} label="Why it no longer fits" />
      <JsonField
        label="Settings"
        value={json}
        onChange={setJson}
        faults={'fault' in read ? [read.fault] : faultsAt(json, refused, settingsRoot)}
        isBoxed
      />
      <p className={text.muted}>
        {direction === 'EXPORT'
          ? 'As JSON: selection, format, includeDependencies, excludeIds, fields, recordFilter.'
          : 'As JSON: mode, format, importStrategy and the options of an import.'}
      </p>
      {notesWithout(isInSettings)}
    </FormDialog>
  );
}

const startOf: Readonly<Record<TemplateDirection, JsonObject>> = {
  EXPORT: { selection: { all: true } },
  IMPORT: { mode: 'COPY' },
};

/** Where the settings stand in the input: the paths of problems begin with it. */
const settingsRoot = ['input', 'settings'];

function isInSettings({ path }: ShownProblem): boolean {
  return settingsRoot.every((part, index) => path?.[index] === part);
}

export function RenameTemplateDialog({ template, onClose, onDone }: SavedProps) {
  const { project } = useBranch();
  const { mutate } = useRequests();
  const [name, setName] = useState(template.name);
  const { save, notes } = useSaveTemplate(() => undefined);
  return (
    <FormDialog
      title={`Rename ${template.name}`}
      verb="Rename"
      whyDisabled={name.trim() === '' || name === template.name ? 'Enter another name first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const { id, direction, settings } = template;
        const isSame = name.toLowerCase() === template.name.toLowerCase();
        const saved = await save({ projectId: project.id, name, direction, settings }, isSame);
        if (!saved) return false;
        if (saved.id !== id) await mutate(DeleteTemplateDocument, { input: { id } });
        onDone();
        return true;
      }}
    >
      <TextField label="New name" value={name} onChange={setName} autoFocus isRequired />
      {notes}
    </FormDialog>
  );
}

export function CopyTemplateDialog({ template, onClose, onDone }: SavedProps) {
  const { project } = useBranch();
  const [target, setTarget] = useState<ProjectChoice>();
  const [name, setName] = useState(template.name);
  const { save, notes } = useSaveTemplate(onDone);
  return (
    <FormDialog
      title={`Copy ${template.name} to another project`}
      verb="Copy"
      whyDisabled={target === undefined ? 'Choose a project first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        if (target === undefined) return false;
        const { direction, settings } = template;
        return (await save({ projectId: target.id, name, direction, settings })) !== undefined;
      }}
    >
      <ProjectPick value={target} exceptId={project.id} onChange={setTarget} />
      <TextField label="Name there" value={name} onChange={setName} isRequired />
      {notes}
    </FormDialog>
  );
}

export function DeleteTemplateDialog({ template, onClose, onDone }: SavedProps) {
  const { submit, problems } = useSubmit(DeleteTemplateDocument);
  return (
    <FormDialog
      title={`Delete ${template.name}?`}
      verb="Delete"
      isDanger
      onClose={onClose}
      onSubmit={async () => {
        const payload = (await submit({ input: { id: template.id } }))?.deleteTemplate;
        if (payload?.deletedId != null) onDone();
        return payload?.deletedId != null;
      }}
    >
      <p>What was exported or imported with it stays as it is.</p>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
