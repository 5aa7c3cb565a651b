/** What can be done with a task: its button, and the menu of its options. */
import { useNavigate } from '@tanstack/react-router';
import { CancelTaskDocument, type FilePurpose, type TaskRowFragment } from '../api/operations.generated.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Button, ButtonLink } from '../design/button.js';
import { formatSize } from '../design/format.js';
import type { IconName } from '../design/icon.js';
import { Menu, MenuGroup, MenuItem } from '../design/menu.js';
import { useToast } from '../design/toasts.js';
import { branchPath } from '../shell/branchPath.js';
import { useTaskRefusals } from '../shell/rights.js';
import { stageRemainder } from './stageRemainder.js';
import { isOpen, isPlanOpen, planPathOf, taskName, undoTargetOf } from './taskWords.js';
import styles from './tasks.module.css';

/** A question that has to be answered before a task is undone or deleted. */
export interface TaskDialog {
  what: 'undo' | 'delete';
  task: TaskRowFragment;
}

interface TaskDoingsProps {
  task: TaskRowFragment;
  onDialog: (dialog: TaskDialog) => void;
}

export function TaskDoings({ task, onDialog }: TaskDoingsProps) {
  const { end } = useTaskRefusals(task.createdBy);
  const { planPath, cancel } = useDoings(task);
  return (
    <span className={styles.doings}>
      {isOpen(task) && (
        <Button isSmall whyDisabled={end} onPress={() => void cancel()}>
          Cancel
        </Button>
      )}
      {isPlanOpen(task) && planPath !== undefined && (
        <ButtonLink isSmall to={planPath}>
          Continue
        </ButtonLink>
      )}
      <TaskMenu task={task} onDialog={onDialog} />
    </span>
  );
}

function useDoings(task: TaskRowFragment) {
  const { branch } = task;
  const toast = useToast();
  const navigate = useNavigate();
  const { submit: submitCancel } = useSubmit(CancelTaskDocument);
  const pathOf = (planId: string) =>
    branch ? branchPath({ projectKey: branch.project.key, branchName: branch.name }, `import/${planId}`) : undefined;
  const refuse = (title: string, problems: readonly { message: string }[] = []) => {
    const detail = problems.map(({ message }) => message).join(' ');
    toast({ tone: 'blocked', icon: 'block', title, ...(detail !== '' && { detail }) });
  };
  return {
    planPath: planPathOf(task),
    cancel: async () => {
      const payload = (await submitCancel({ input: { id: task.id } }))?.cancelTask;
      if (payload?.task) toast({ tone: 'neutral', icon: 'minus', title: 'Cancelled' });
      else refuse('The task was not cancelled', payload?.problems);
    },
    importRemainder: async () => {
      const file = task.files.find(({ purpose }) => purpose === 'REMAINDER');
      if (!file || !branch) return;
      const { planId, problems } = await stageRemainder(file, branch.id);
      const to = planId === undefined ? undefined : pathOf(planId);
      if (to === undefined) refuse('The remainder was not imported', problems);
      else await navigate({ to });
    },
  };
}

const fileWords: Readonly<Record<FilePurpose, { title: string; icon: IconName }>> = {
  SOURCE: { title: 'Uploaded file', icon: 'file' },
  RESULT: { title: 'Result', icon: 'file' },
  ERROR_REPORT: { title: 'Error report', icon: 'warn' },
  REMAINDER: { title: 'Remainder', icon: 'file' },
};

const notForYou = 'Only who began the task, and editors who may read all that is in it, may have the file.';

function TaskMenu({ task, onDialog }: TaskDoingsProps) {
  const refusals = useTaskRefusals(task.createdBy);
  const { planPath, cancel, importRemainder } = useDoings(task);
  const { type, files, branch } = task;
  const hasEnded = !isOpen(task);
  const undoTarget = undoTargetOf(task);
  return (
    <Menu label="Options" button={<Button look="quiet" icon="more" isSmall label={`Options of ${taskName(task)}`} />}>
      {files.length > 0 && (
        <MenuGroup title="Download">
          {files.map(({ purpose, name, sizeBytes, url }) => (
            <MenuItem
              key={name}
              icon={fileWords[purpose].icon}
              isDownload
              note={`${extensionOf(name)}${formatSize(sizeBytes)}`}
              {...(url == null ? { whyDisabled: notForYou } : { href: url })}
            >
              {type === 'EXPORT' && purpose === 'RESULT' ? 'Exported file' : fileWords[purpose].title}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      <MenuGroup>
        {planPath !== undefined && type !== 'UNDO_IMPORT' && (
          <MenuItem icon="list" href={planPath}>
            {isPlanOpen(task) ? 'Continue the plan' : 'Show the plan'}
          </MenuItem>
        )}
        {files.some(({ purpose, url }) => purpose === 'REMAINDER' && url != null) && branch != null && (
          <MenuItem icon="upload" whyDisabled={refusals.plan} onAction={() => void importRemainder()}>
            Import the remainder
          </MenuItem>
        )}
        {undoTarget && (
          <MenuItem
            icon="undo"
            whyDisabled={refusals.undo}
            onAction={() => {
              onDialog({ what: 'undo', task });
            }}
          >
            {undoTarget.isImported ? 'Undo this import…' : 'Apply the import again…'}
          </MenuItem>
        )}
        {!hasEnded && (
          <MenuItem icon="minus" whyDisabled={refusals.end} onAction={() => void cancel()}>
            Cancel
          </MenuItem>
        )}
        {hasEnded && (
          <MenuItem
            icon="trash"
            isDanger
            whyDisabled={refusals.end}
            onAction={() => {
              onDialog({ what: 'delete', task });
            }}
          >
            Delete…
          </MenuItem>
        )}
      </MenuGroup>
    </Menu>
  );
}

/** `CSV, ` for `books.csv`. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : `${name.slice(dot + 1).toUpperCase()}, `;
}
