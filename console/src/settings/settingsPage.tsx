/** What holds for a project as a whole: its name, features, roles and branches. */
import { createRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  DeleteProjectDocument,
  ProjectSettingsDocument,
  SetPackEnabledDocument,
  UpdateProjectDocument,
} from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Badge } from '../design/badge.js';
import { Button } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { Checkbox, Segments, TextField } from '../design/field.js';
import { countOf, formatTime } from '../design/format.js';
import { PageHead } from '../design/page.js';
import { Line, Lines, Section, Sections } from '../design/section.js';
import { ErrorState, Note, ProblemList, SkeletonRows } from '../design/states.js';
import { useToast } from '../design/toasts.js';
import layout from '../design/layout.module.css';
import { useBranch } from '../shell/branch.js';
import { branchRoute } from '../shell/branchRoute.js';
import { useWhyNot, whyRoleLacks } from '../shell/rights.js';
import { BindingsSection } from './bindingsSection.js';
import { BranchesSection } from './branchesSection.js';
import { RolesSection } from './rolesSection.js';
import { SchedulesSection } from './schedulesSection.js';
import type { SettingsProject, SectionProps } from './section.js';

export const settingsRoute = createRoute({
  getParentRoute: () => branchRoute,
  path: '/settings',
  component: SettingsPage,
});

function SettingsPage() {
  const { project: shown } = useBranch();
  const whyNot = useWhyNot('MANAGER');
  const whyNoNew = useWhyNot('EDITOR');
  const { data, error, refresh } = useQuery(ProjectSettingsDocument, { projectKey: shown.key });
  if (error && !data) return <ErrorState error={error} onRetry={refresh} />;
  const project = data?.project;
  const isReader = whyRoleLacks(shown.myRole, 'MANAGER') !== undefined;
  return (
    <>
      <PageHead
        title="Settings"
        tabTitle={`Settings, ${shown.key}`}
        facts={
          project && (
            <>
              <span>
                <b>{project.key}</b>
              </span>
              <span>created {formatTime(project.createdAt)}</span>
            </>
          )
        }
      />
      {!project && <SkeletonRows />}
      {project && (
        <Sections>
          {isReader && (
            <Note icon="lock">
              <p>You see the settings of this project. Only its managers may change them.</p>
            </Note>
          )}
          <GeneralSection key={project.id} {...{ project, whyNot, onChanged: refresh }} />
          <FeaturesSection {...{ project, whyNot, onChanged: refresh }} />
          <RolesSection {...{ project, whyNot, onChanged: refresh }} />
          <BindingsSection {...{ project, whyNot: whyNoNew }} />
          <SchedulesSection {...{ project, whyNot: whyNoNew }} />
          <BranchesSection {...{ project, whyNot, whyNoNew, onChanged: refresh }} />
          <DeleteSection {...{ project, whyNot }} />
        </Sections>
      )}
    </>
  );
}

function GeneralSection({ project, whyNot, onChanged }: SectionProps) {
  const [name, setName] = useState(project.name);
  const [description, setDescription] = useState(project.description ?? '');
  const [isEventDriven, setIsEventDriven] = useState(project.capabilities.includes('EVENT_DRIVEN'));
  const { submit, problems, isBusy } = useSubmit(UpdateProjectDocument);
  const toast = useToast();
  const isChanged =
    name !== project.name ||
    description !== (project.description ?? '') ||
    isEventDriven !== project.capabilities.includes('EVENT_DRIVEN');
  const save = async () => {
    const capabilities = isEventDriven ? ['EVENT_DRIVEN' as const] : [];
    const input = { id: project.id, name, description: description === '' ? null : description, capabilities };
    if (!(await submit({ input }))?.updateProject.project) return;
    toast({ tone: 'create', icon: 'check', title: 'Saved' });
    onChanged();
  };
  const whyNotSaved = whyNot ?? (isBusy ? 'Waits for the server.' : isChanged ? undefined : 'Nothing was changed.');
  return (
    <Section title="General" about="The key of a project stands in addresses and in files, so it stays as it is.">
      <TextField label="Name" value={name} onChange={setName} isReadOnly={whyNot !== undefined} />
      <TextField
        label="Description"
        value={description}
        onChange={setDescription}
        isReadOnly={whyNot !== undefined}
        isLong
      />
      <Checkbox isSelected={isEventDriven} isDisabled={whyNot !== undefined} onChange={setIsEventDriven}>
        Event-driven architecture: projections may be references
      </Checkbox>
      <ProblemList problems={problems} />
      <Button whyDisabled={whyNotSaved} onPress={() => void save()}>
        Save
      </Button>
    </Section>
  );
}

function FeaturesSection({ project, whyNot, onChanged }: SectionProps) {
  const { submit, problems, isBusy } = useSubmit(SetPackEnabledDocument);
  return (
    <Section
      title="Features"
      about="The kinds of a feature that is off are not offered and not imported. What is there stays."
    >
      <Lines label="Features">
        {project.packs.map(({ name, title, isBeta, isEnabled }) => (
          <Line
            key={name}
            main={
              <span className={layout.row}>
                {title}
                {isBeta && <Badge tone="neutral">Beta</Badge>}
              </span>
            }
          >
            <Segments
              label={title}
              value={isEnabled ? 'on' : 'off'}
              isDisabled={whyNot !== undefined || isBusy}
              options={[
                { value: 'on', text: 'On' },
                { value: 'off', text: 'Off' },
              ]}
              onChange={(value) => {
                const input = { projectId: project.id, pack: name, isEnabled: value === 'on' };
                void submit({ input }).then(onChanged);
              }}
            />
          </Line>
        ))}
      </Lines>
      <ProblemList problems={problems} />
    </Section>
  );
}

function DeleteSection({ project, whyNot }: Pick<SectionProps, 'project' | 'whyNot'>) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section
      title="Delete the project"
      about="This cannot be undone. References in other projects keep their origin, and the audit log keeps its events."
    >
      <Button
        look="danger"
        icon="trash"
        whyDisabled={whyNot}
        onPress={() => {
          setIsOpen(true);
        }}
      >
        Delete {project.key}…
      </Button>
      {isOpen && (
        <DeleteProjectDialog
          project={project}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </Section>
  );
}

function DeleteProjectDialog({ project, onClose }: { project: SettingsProject; onClose: () => void }) {
  const { id, key, branches } = project;
  const [typed, setTyped] = useState('');
  const { submit, problems } = useSubmit(DeleteProjectDocument);
  const navigate = useNavigate();
  const toast = useToast();
  const resourceCount = branches.flatMap(({ kindCounts }) => kindCounts).reduce((sum, { count }) => sum + count, 0);
  return (
    <FormDialog
      title={`Delete ${key}?`}
      verb="Delete the project"
      isDanger
      whyDisabled={typed === key ? undefined : 'Type the key of the project first.'}
      onClose={onClose}
      onSubmit={async () => {
        const payload = (await submit({ input: { id, confirmKey: typed } }))?.deleteProject;
        if (payload?.deletedId == null) return false;
        toast({ tone: 'neutral', icon: 'trash', title: `${key} was deleted` });
        await navigate({ to: '/' });
        return true;
      }}
    >
      <p>
        {countOf(branches.length, 'branch', 'branches')} with {countOf(resourceCount, 'resource')} go, and all plans,
        templates, tasks and files with them.
      </p>
      <TextField label={`Type ${key} to confirm`} value={typed} onChange={setTyped} isMono autoFocus />
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
