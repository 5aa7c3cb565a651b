/** Copies a selection to another project of this server: it begins an import plan there. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  ProjectChoicesDocument,
  StartTransferDocument,
  TransferBranchesDocument,
  type ImportMode,
  type StartExportInput,
} from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { usePages } from '../api/usePages.js';
import { useSubmit } from '../shell/useSubmit.js';
import { FormDialog } from '../design/dialog.js';
import { SearchField, Segments } from '../design/field.js';
import { countOf } from '../design/format.js';
import { Choice } from '../design/menu.js';
import { Pick } from '../design/pick.js';
import { ErrorState, ProblemList } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';

interface TransferDialogProps {
  input: StartExportInput;
  count: number;
  onClose: () => void;
}

export function TransferDialog({ input, count, onClose }: TransferDialogProps) {
  const from = useBranch();
  const navigate = useNavigate();
  const [find, setFind] = useState('');
  const [projectKey, setProjectKey] = useState<string>();
  const [branchId, setBranchId] = useState<string>();
  const [mode, setMode] = useState<ImportMode>('COPY');
  const projects = usePages(ProjectChoicesDocument, {
    variables: {},
    pageIn: (data) => data.projects,
    pageSize: 500,
  });
  const { data } = useQuery(
    TransferBranchesDocument,
    { key: projectKey ?? '' },
    { isPaused: projectKey === undefined },
  );
  const { submit, problems } = useSubmit(StartTransferDocument);
  const wanted = find.toLowerCase();
  const shown = projects.nodes.filter(({ key, name }) =>
    [key, name].some((word) => word.toLowerCase().includes(wanted)),
  );
  const branches = (projectKey === undefined ? [] : (data?.project?.branches ?? [])).filter(({ id }) => id !== from.id);
  const into = branches.find(({ id }) => id === branchId) ?? branches.find(({ isDefault }) => isDefault) ?? branches[0];
  return (
    <FormDialog
      title="Copy to another project"
      verb="Plan the import"
      whyDisabled={into === undefined ? 'Choose a project first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        if (!into || projectKey === undefined) return false;
        const { selection, includeDependencies, excludeIds } = input;
        const payload = (
          await submit({
            input: {
              ...{ selection, mode, intoBranchId: into.id },
              ...(includeDependencies != null && { includeDependencies }),
              ...(excludeIds != null && { excludeIds }),
            },
          })
        )?.stageTransfer;
        if (!payload?.plan) return false;
        await navigate({ to: branchPath({ projectKey, branchName: into.name }, `import/${payload.plan.id}`) });
        return true;
      }}
    >
      <p className={text.muted}>
        {countOf(count, 'resource')} of {from.project.key} / {from.name}. You see what would happen there before
        anything is written.
      </p>
      <SearchField isWide label="Search projects" value={find} onChange={setFind} />
      {projects.error && projects.nodes.length === 0 && (
        <ErrorState error={projects.error} onRetry={projects.refresh} />
      )}
      <Pick
        label="Project"
        value={projectKey}
        none="No other project matches."
        options={shown.map(({ key, name }) => ({ value: key, text: key, ...(name !== key && { note: name }) }))}
        onChange={(key) => {
          setProjectKey(key);
          setBranchId(undefined);
        }}
      />
      <div className={layout.row}>
        {into && (
          <Choice
            label="Branch"
            value={into.id}
            options={branches.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={setBranchId}
          />
        )}
        <Segments
          label="Import as"
          value={mode}
          options={[
            { value: 'COPY', text: 'Copies' },
            { value: 'REFERENCE', text: 'Read-only references' },
          ]}
          onChange={setMode}
        />
      </div>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
