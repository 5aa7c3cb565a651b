/** What an import has done, and the way back. */
import { useEffect, useState } from 'react';
import {
  PlanTaskProgressDocument,
  UndoPlanDocument,
  UndosOnBranchDocument,
  type FilePurpose,
  type PlanTaskFragment,
} from '../api/operations.generated.js';
import { useQuery, useSubscription } from '../api/requests.js';
import { useSubmit } from '../shell/useSubmit.js';
import { ToneIcon } from '../design/badge.js';
import { Button, ButtonLink } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { Checkbox } from '../design/field.js';
import { formatDuration, formatSize } from '../design/format.js';
import { Menu, MenuItem } from '../design/menu.js';
import { Decide } from '../design/page.js';
import { ProblemList } from '../design/states.js';
import layout from '../design/layout.module.css';
import { useBranch, useBranchChanges } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { sentenceOfTask } from './actions.js';
import { usePlanScreen } from './planContext.js';
import { hasEnded } from './usePlan.js';

const fileTitles: Readonly<Record<FilePurpose, string>> = {
  RESULT: 'Result of each item',
  ERROR_REPORT: 'Error report',
  REMAINDER: 'Items that failed, to correct and import',
  SOURCE: 'Original file',
};

export function ResultFoot() {
  const branch = useBranch();
  const { plan, whyFixed } = usePlanScreen();
  const task = plan.executeTask;
  const [isAsking, setIsAsking] = useState(false);
  const { undos, refresh } = useUndos(plan.id);
  if (!task) return null;
  const last = undos.at(0);
  const isUndone = undos.filter(({ status }) => status === 'COMPLETED').length % 2 === 1;
  const isRunning = last !== undefined && !hasEnded(last.status);
  const undone = undos.find(({ status }) => status === 'COMPLETED') ?? task;
  const verb = isUndone ? 'Import again' : 'Undo';
  const isPartial = task.status === 'COMPLETED_WITH_ERRORS';
  const whyOffline = whyFixed === 'The plan was executed.' ? undefined : whyFixed;
  return (
    <>
      <Decide
        say={
          <span className={layout.rowTight}>
            <ToneIcon tone={isPartial ? 'collision' : 'create'} name={isPartial ? 'warn' : 'check'} />
            {isUndone ? 'The import was undone' : sentenceOfTask(task)}
          </span>
        }
        detail={isUndone ? `It had: ${sentenceOfTask(task)}` : howLong(task)}
      >
        <Button
          icon="undo"
          whyDisabled={isRunning ? 'It is being undone.' : whyOffline}
          onPress={() => setIsAsking(true)}
        >
          {`${verb}…`}
        </Button>
        <Menu
          label="Files of the import"
          button={
            <Button icon="download" whyDisabled={task.files.length === 0 ? 'The import has no files.' : undefined}>
              Files
            </Button>
          }
        >
          {task.files.map(({ purpose, name, url, sizeBytes }) => (
            <MenuItem
              key={name}
              {...(url === null ? { isDisabled: true } : { href: url })}
              note={`${name.split('.').at(-1) ?? ''}, ${formatSize(sizeBytes)}`}
            >
              {fileTitles[purpose]}
            </MenuItem>
          ))}
        </Menu>
        <ButtonLink to={branchPath({ projectKey: branch.project.key, branchName: branch.name })} look="primary">
          Show the resources
        </ButtonLink>
      </Decide>
      {isAsking && <UndoDialog taskId={undone.id} verb={verb} onDone={refresh} onClose={() => setIsAsking(false)} />}
    </>
  );
}

/** The undos of this plan's import, the newest first, with their latest state. */
function useUndos(planId: string): { undos: readonly PlanTaskFragment[]; refresh: () => void } {
  const branch = useBranch();
  const { data, refresh } = useQuery(UndosOnBranchDocument, { branchId: branch.id }, { policy: 'network-only' });
  useBranchChanges(branch.id, refresh);
  const undos = data?.tasks?.nodes.filter(({ importPlan }) => importPlan?.id === planId) ?? [];
  const running = undos.find(({ status }) => !hasEnded(status));
  const live = useSubscription(
    PlanTaskProgressDocument,
    { id: running?.id ?? '' },
    { isPaused: !running },
  )?.taskProgress;
  const hasJustEnded = live !== undefined && live.id === running?.id && hasEnded(live.status);
  useEffect(() => {
    if (hasJustEnded) refresh();
  }, [hasJustEnded, refresh]);
  return { undos: undos.map((undo) => (live?.id === undo.id ? live : undo)), refresh };
}

function howLong({ startedAt, endedAt, status }: PlanTaskFragment): string {
  const rest = status === 'COMPLETED_WITH_ERRORS' ? 'The error report names what failed.' : 'All in one transaction.';
  if (startedAt === null || endedAt === null) return rest;
  return `In ${formatDuration(Date.parse(endedAt) - Date.parse(startedAt))}. ${rest}`;
}

interface UndoDialogProps {
  taskId: string;
  verb: string;
  onDone: () => void;
  onClose: () => void;
}

function UndoDialog({ taskId, verb, onDone, onClose }: UndoDialogProps) {
  const [force, setForce] = useState(false);
  const { submit, problems } = useSubmit(UndoPlanDocument);
  const isChanged = problems.some(({ code }) => code === 'CHANGED_SINCE_IMPORT');
  return (
    <FormDialog
      title={verb === 'Undo' ? 'Undo the import?' : 'Import again?'}
      verb={verb}
      isDanger
      onClose={onClose}
      onSubmit={async () => {
        const data = await submit({ input: { taskId, force } });
        if (!data?.undoImport.task) return false;
        onDone();
        return true;
      }}
    >
      <p>
        {verb === 'Undo'
          ? 'What it created is deleted, and what it changed gets its previous content. An undo can be undone too.'
          : 'The undo is taken back: the branch gets again what the import had brought.'}
      </p>
      <ProblemList problems={problems} />
      {isChanged && (
        <Checkbox isSelected={force} onChange={setForce}>
          Undo it all the same: later changes of these resources are lost
        </Checkbox>
      )}
    </FormDialog>
  );
}
