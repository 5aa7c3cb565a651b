/** What an import has done, and the way back. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { PlanTaskProgressDocument, type FilePurpose, type PlanTaskFragment } from '../api/operations.generated.js';
import { useSubscription } from '../api/requests.js';
import { ToneIcon } from '../design/badge.js';
import { Button, ButtonLink } from '../design/button.js';
import { countOf, durationInWords, formatFullTime, formatSize } from '../design/format.js';
import { Menu, MenuItem } from '../design/menu.js';
import { Decide } from '../design/page.js';
import layout from '../design/layout.module.css';
import { useBranch } from '../shell/branch.js';
import { useTaskRefusals } from '../shell/rights.js';
import { branchPath } from '../shell/branchPath.js';
import { useToast } from '../design/toasts.js';
import { stageRemainder } from '../tasks/stageRemainder.js';
import { sentenceOfTask } from './actions.js';
import { usePlanScreen } from './planContext.js';
import { UndoButton } from './undoButton.js';
import { hasEnded } from './usePlan.js';

const fileTitles: Readonly<Record<FilePurpose, string>> = {
  RESULT: 'Result of each item',
  ERROR_REPORT: 'Error report',
  REMAINDER: 'Items that failed, to correct and import',
  SOURCE: 'Original file',
};

export function ResultFoot() {
  const branch = useBranch();
  const { plan, refresh } = usePlanScreen();
  const task = plan.executeTask;
  const importRemainder = useImportRemainder();
  const lastUndo = useLastUndo(task?.lastUndo, refresh);
  const refusals = useTaskRefusals(task?.createdBy ?? null);
  if (!task) return null;
  const { isUndone } = task;
  const isRunning = lastUndo !== undefined && !hasEnded(lastUndo.status);
  const remainder = task.files.find(({ purpose, url }) => purpose === 'REMAINDER' && url !== null);
  const whyLeft = isUndone && !lastUndo ? 'The task of the undo was deleted: import the file again.' : undefined;
  const isPartial = task.status === 'COMPLETED_WITH_ERRORS';
  return (
    <Decide
      say={
        <span className={layout.rowTight}>
          {isUndone ? (
            <ToneIcon tone="neutral" name="undo" />
          ) : (
            <ToneIcon tone={isPartial ? 'collision' : 'create'} name={isPartial ? 'warn' : 'check'} />
          )}
          {isUndone ? 'The import was undone' : sentenceOfTask(task)}
        </span>
      }
      detail={
        lastUndo && !isRunning ? (
          <LastUndo undo={lastUndo}>
            {isUndone ? `It had: ${sentenceOfTask(task)}.` : 'That applied the import again.'}
          </LastUndo>
        ) : (
          howLong(task)
        )
      }
    >
      <UndoButton
        question={{ taskId: lastUndo?.id ?? task.id, isImported: !isUndone }}
        isRunning={isRunning}
        whyDisabled={whyLeft ?? refusals.undo}
        onDone={refresh}
      />
      <Menu
        label="Files of the import"
        button={
          <Button icon="download" whyDisabled={task.files.length === 0 ? 'The import has no files.' : undefined}>
            Files
          </Button>
        }
      >
        {remainder && (
          <MenuItem icon="upload" whyDisabled={refusals.plan} onAction={() => void importRemainder(remainder)}>
            Import what failed
          </MenuItem>
        )}
        {task.files.map(({ purpose, name, url, sizeBytes }) => (
          <MenuItem
            key={name}
            isDownload
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
  );
}

/** Begins a plan with what an import has left over, and goes there. */
function useImportRemainder(): (file: PlanTaskFragment['files'][number]) => Promise<void> {
  const branch = useBranch();
  const navigate = useNavigate();
  const toast = useToast();
  return async (file) => {
    const { planId, problems } = await stageRemainder(file, branch.id);
    const place = { projectKey: branch.project.key, branchName: branch.name };
    if (planId !== undefined) await navigate({ to: branchPath(place, `import/${planId}`) });
    else
      toast({
        tone: 'blocked',
        icon: 'block',
        title: 'There is no plan of what failed',
        detail: problems.map(({ message }) => message).join(' '),
      });
  };
}

/** The undo that came last, with its latest state; the plan is read again when it has ended. */
function useLastUndo(stored: PlanTaskFragment | null | undefined, refresh: () => void): PlanTaskFragment | undefined {
  const isPaused = stored == null || hasEnded(stored.status);
  const update = useSubscription(PlanTaskProgressDocument, { id: stored?.id ?? '' }, { isPaused })?.taskProgress;
  const live = !isPaused && update?.id === stored.id ? update : undefined;
  const hasJustEnded = live !== undefined && hasEnded(live.status);
  useEffect(() => {
    if (hasJustEnded) refresh();
  }, [hasJustEnded, refresh]);
  return live ?? stored ?? undefined;
}

/** Who has undone the import, or applied it again, and when, with the way to that task. */
function LastUndo({ undo, children }: { undo: PlanTaskFragment; children: ReactNode }) {
  const { project, name } = useBranch();
  const { createdBy, endedAt } = undo;
  return (
    <>
      <Link to={branchPath({ projectKey: project.key, branchName: name }, 'tasks')} search={{ task: undo.id }}>
        {`${createdBy ? `By ${createdBy.name}` : 'Done'}${endedAt === null ? '' : `, ${formatFullTime(endedAt)}`}`}
      </Link>
      . {children}
    </>
  );
}

/** How long it took and how fast it was, in words. */
function howLong({ startedAt, endedAt, status, itemsPerSecond }: PlanTaskFragment): string {
  const rest = status === 'COMPLETED_WITH_ERRORS' ? 'The error report names what failed.' : 'All in one transaction.';
  if (startedAt === null || endedAt === null) return rest;
  const ms = Date.parse(endedAt) - Date.parse(startedAt);
  const rate = Math.round(itemsPerSecond ?? 0);
  const speed = ms < 1000 || rate < 1 ? '' : `, ${countOf(rate, 'item')} a second`;
  return `In ${durationInWords(ms)}${speed}. ${rest}`;
}
