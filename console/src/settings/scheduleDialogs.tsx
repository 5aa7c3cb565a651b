/** What is asked for a new schedule: of an export of this branch, and of a transfer into it. */
import { useState } from 'react';
import {
  SaveScheduleDocument,
  ScheduleSourceDocument,
  ScheduleTemplatesDocument,
  type SaveScheduleInput,
  type ScheduleAction,
} from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { FormDialog } from '../design/dialog.js';
import { Segments, TextField } from '../design/field.js';
import { Choice } from '../design/menu.js';
import { ProblemList } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { ProjectPick, type ProjectChoice } from '../shell/projectPick.js';
import { useSubmit } from '../shell/useSubmit.js';
import { settingsWords } from '../templates/settingsWords.js';

type Times = Pick<SaveScheduleInput, 'name' | 'cron'> & { timeZone: string };

interface DialogProps {
  onDone: () => void;
  onClose: () => void;
}

export function ExportScheduleDialog({ onDone, onClose }: DialogProps) {
  const branch = useBranch();
  const [times, setTimes] = useTimes('nightly');
  const [chosen, setChosen] = useState<string>();
  const { data } = useQuery(ScheduleTemplatesDocument, { projectId: branch.project.id, direction: 'EXPORT' });
  const { save, problems } = useSave(onDone);
  const templates = data?.templates?.nodes ?? [];
  const templateId = chosen ?? templates[0]?.id;
  return (
    <FormDialog
      title={`Export ${branch.name} on a schedule`}
      verb="Save"
      whyDisabled={
        templateId === undefined ? 'Save a template for exports first: it says what is exported.' : undefined
      }
      onClose={onClose}
      onSubmit={() => save({ ...times, branchId: branch.id, templateId: templateId ?? '', action: 'EXPORT' })}
    >
      <TimesFields {...{ times }} onChange={setTimes} />
      <TemplateChoice label="Template" {...{ templates, templateId }} onChange={setChosen} />
      <ProblemList problems={problems} />
    </FormDialog>
  );
}

/** A schedule belongs to the project that it imports into. */
export function TransferScheduleDialog({ onDone, onClose }: DialogProps) {
  const into = useBranch();
  const [times, setTimes] = useTimes('nightly transfer');
  const [action, setAction] = useState<ScheduleAction>('STAGE_TRANSFER');
  const source = useSource(into.id);
  const imports = useImportTemplate(into.project.id);
  const { save, problems } = useSave(onDone);
  const { branchId, templateId } = source;
  return (
    <FormDialog
      title={`Transfer into ${into.name} on a schedule`}
      verb="Save"
      whyDisabled={source.whyNot}
      onClose={onClose}
      onSubmit={async () => {
        if (branchId === undefined || templateId === undefined) return false;
        const { id: importTemplateId = null } = imports.template ?? {};
        return save({ ...times, ...{ branchId, templateId, action, importTemplateId }, intoBranchId: into.id });
      }}
    >
      <TimesFields {...{ times }} onChange={setTimes} />
      <SourceFields source={source} />
      <Choice
        label="Settings of the import"
        value={imports.template?.id ?? withDefaults}
        options={[
          { value: withDefaults, text: 'the defaults' },
          ...imports.templates.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={imports.choose}
      />
      <p className={text.muted}>{imports.words}</p>
      <Segments
        label="Each run"
        value={action}
        options={[
          { value: 'STAGE_TRANSFER', text: 'Makes the plan' },
          { value: 'TRANSFER', text: 'Imports too' },
        ]}
        onChange={setAction}
      />
      <p className={text.muted}>
        {action === 'TRANSFER'
          ? 'It imports unless there is a collision or a blocked item: then the plan waits for you. A copy that has changed in the source is a collision; a reference follows it.'
          : 'The plan shows what differs. Nothing is imported.'}
      </p>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}

/** What a choice has as its value that is no template. */
const withDefaults = 'defaults';

function useSave(onDone: () => void) {
  const projectId = useBranch().project.id;
  const { submit, problems } = useSubmit(SaveScheduleDocument);
  const save = async (what: Omit<SaveScheduleInput, 'projectId'>) => {
    const saved = (await submit({ input: { projectId, ...what } }))?.saveSchedule.schedule;
    if (saved) onDone();
    return saved != null;
  };
  return { save, problems };
}

function useTimes(name: string) {
  return useState<Times>(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return { name, cron: '30 2 * * *', timeZone };
  });
}

function TimesFields({ times, onChange }: { times: Times; onChange: (times: Times) => void }) {
  const field = (name: keyof Times) => ({
    value: times[name],
    onChange: (value: string) => {
      onChange({ ...times, [name]: value });
    },
  });
  return (
    <>
      <TextField label="Name" {...field('name')} isRequired autoFocus />
      <TextField
        label="Times"
        {...field('cron')}
        isMono
        isRequired
        hint="Minute, hour, day of the month, month, day of the week. * stands for each."
      />
      <TextField label="Time zone" {...field('timeZone')} isRequired />
    </>
  );
}

interface TemplateChoiceProps {
  label: string;
  templates: readonly { id: string; name: string }[];
  templateId: string | undefined;
  onChange: (id: string) => void;
}

function TemplateChoice({ label, templates, templateId, onChange }: TemplateChoiceProps) {
  if (templateId === undefined) return null;
  const options = templates.map(({ id, name }) => ({ value: id, text: name }));
  return <Choice value={templateId} {...{ label, options, onChange }} />;
}

/** Where a transfer comes from: a project, one of its branches, and its template that says what is exported. */
function useSource(intoId: string) {
  const [project, setProject] = useState<ProjectChoice>();
  const [branchChoice, setBranchId] = useState<string>();
  const [templateChoice, setTemplateId] = useState<string>();
  const variables = { key: project?.key ?? '', projectId: project?.id ?? '' };
  const { data } = useQuery(ScheduleSourceDocument, variables, { isPaused: project === undefined });
  const found = project !== undefined && data?.project?.id === project.id ? data : undefined;
  const branches = (found?.project?.branches ?? []).filter(({ id }) => id !== intoId);
  const templates = found?.templates?.nodes ?? [];
  const branchId = branchChoice ?? (branches.find(({ isDefault }) => isDefault) ?? branches[0])?.id;
  const templateId = templateChoice ?? templates[0]?.id;
  const whyNot = () => {
    if (project === undefined) return 'Choose the project to transfer from first.';
    if (found === undefined) return 'Waits for the server.';
    if (branchId === undefined) return 'This project has no other branch to transfer from.';
    return templateId === undefined
      ? `Save a template for exports in ${project.key} first: it says what is transferred.`
      : undefined;
  };
  const choose = (chosen: ProjectChoice) => {
    setProject(chosen);
    setBranchId(undefined);
    setTemplateId(undefined);
  };
  return { project, branches, branchId, templates, templateId, choose, setBranchId, setTemplateId, whyNot: whyNot() };
}

function SourceFields({ source }: { source: ReturnType<typeof useSource> }) {
  const { project, branches, branchId, templates, templateId } = source;
  return (
    <>
      <ProjectPick value={project} needs="VIEWER" onChange={source.choose} />
      <div className={layout.row}>
        {branchId !== undefined && (
          <Choice
            label="From"
            value={branchId}
            options={branches.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={source.setBranchId}
          />
        )}
        <TemplateChoice label="Template" {...{ templates, templateId }} onChange={source.setTemplateId} />
      </div>
    </>
  );
}

/** The template of the import, if one is chosen, and what it sets in words. */
function useImportTemplate(projectId: string) {
  const [chosen, choose] = useState<string>();
  const { data } = useQuery(ScheduleTemplatesDocument, { projectId, direction: 'IMPORT' });
  const templates = data?.templates?.nodes ?? [];
  const template = templates.find(({ id }) => id === chosen);
  const words = template
    ? `The import: ${settingsWords(template.settings, new Map())}.`
    : 'The import: as copies, nothing is applied if one fails. A template for imports of this project can change mode and strategies.';
  return { templates, template, choose, words };
}
