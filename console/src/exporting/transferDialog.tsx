/** Copies a selection to another project of this server: it begins an import plan there. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  StartTransferDocument,
  TransferBranchesDocument,
  type ImportMode,
  type StartExportInput,
} from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { useSubmit } from '../shell/useSubmit.js';
import { FormDialog } from '../design/dialog.js';
import { Segments } from '../design/field.js';
import { countOf } from '../design/format.js';
import { Choice } from '../design/menu.js';
import { ProblemList } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { ProjectPick, type ProjectChoice } from '../shell/projectPick.js';

interface TransferDialogProps {
  input: StartExportInput;
  count: number;
  onClose: () => void;
}

export function TransferDialog({ input, count, onClose }: TransferDialogProps) {
  const from = useBranch();
  const navigate = useNavigate();
  const [project, setProject] = useState<ProjectChoice>();
  const [branchId, setBranchId] = useState<string>();
  const [mode, setMode] = useState<ImportMode>('COPY');
  const { data } = useQuery(TransferBranchesDocument, { key: project?.key ?? '' }, { isPaused: project === undefined });
  const { submit, problems } = useSubmit(StartTransferDocument);
  const branches = (project === undefined ? [] : (data?.project?.branches ?? [])).filter(({ id }) => id !== from.id);
  const into = branches.find(({ id }) => id === branchId) ?? branches.find(({ isDefault }) => isDefault) ?? branches[0];
  return (
    <FormDialog
      title="Copy to another project"
      verb="Plan the import"
      whyDisabled={into === undefined ? 'Choose a project first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        if (!into || project === undefined) return false;
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
        await navigate({
          to: branchPath({ projectKey: project.key, branchName: into.name }, `import/${payload.plan.id}`),
        });
        return true;
      }}
    >
      <p className={text.muted}>
        {countOf(count, 'resource')} of {from.project.key} / {from.name}. You see what would happen there before
        anything is written.
      </p>
      <ProjectPick
        value={project}
        onChange={(chosen) => {
          setProject(chosen);
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
