import { Link } from '@tanstack/react-router';
import type { TaskRowFragment } from '../api/operations.generated.js';
import { ToneIcon } from '../design/badge.js';
import { formatFullTime, formatTime } from '../design/format.js';
import { Progress } from '../design/progress.js';
import type { Column } from '../design/table.js';
import text from '../design/text.module.css';
import { taskTitles } from '../shell/taskTitles.js';
import { TaskDoings, type TaskDialog } from './taskMenu.js';
import { fileNameOf, planPathOf, progressOf, resultOf, shareOf, stateOf, tookOf } from './taskWords.js';
import styles from './tasks.module.css';

export function taskColumns(onDialog: (dialog: TaskDialog) => void): readonly Column<TaskRowFragment>[] {
  return [
    { id: 'status', title: 'Status', width: '128px', cell: (task) => <StateCell task={task} /> },
    {
      id: 'task',
      title: 'Task',
      cell: (task) => {
        const fileName = fileNameOf(task);
        return (
          <Two
            first={<TaskTitle task={task} />}
            second={
              fileName !== undefined && (
                <span className={text.mono} title={fileName}>
                  {fileName}
                </span>
              )
            }
          />
        );
      },
    },
    {
      id: 'branch',
      title: 'Branch',
      width: '112px',
      isWideOnly: true,
      cell: ({ branch }) => branch?.name ?? 'deleted',
    },
    { id: 'result', title: 'Progress and result', isWideOnly: true, cell: (task) => <ResultCell task={task} /> },
    {
      id: 'who',
      title: 'Who',
      width: '128px',
      isWideOnly: true,
      cell: ({ createdBy }) => <span className={text.muted}>{createdBy?.name}</span>,
    },
    {
      id: 'when',
      title: 'Created',
      width: '120px',
      isNumber: true,
      isWideOnly: true,
      cell: ({ createdAt }) => (
        <time className={text.muted} dateTime={createdAt} title={formatFullTime(createdAt)}>
          {formatTime(createdAt)}
        </time>
      ),
    },
    {
      id: 'took',
      title: 'Took',
      width: '72px',
      isNumber: true,
      isWideOnly: true,
      cell: (task) => <span className={text.muted}>{tookOf(task)}</span>,
    },
    {
      id: 'doings',
      title: 'Options',
      head: <span className={text.hidden}>Options</span>,
      width: '144px',
      isDoings: true,
      cell: (task) => <TaskDoings task={task} onDialog={onDialog} />,
    },
  ];
}

function StateCell({ task }: { task: TaskRowFragment }) {
  const { icon, tone, word, detail } = stateOf(task);
  return (
    <span className={styles.state}>
      <ToneIcon tone={tone} name={icon} />
      <Two first={word} second={task.isUndone ? <UndoneBy task={task} /> : detail} />
    </span>
  );
}

/** Who has undone the task, and the way to the row of that undo. */
function UndoneBy({ task: { lastUndo } }: { task: TaskRowFragment }) {
  if (!lastUndo) return null;
  const { id, createdBy, endedAt } = lastUndo;
  return (
    <Link to="." search={{ task: id }} {...(endedAt !== null && { title: formatFullTime(endedAt) })}>
      {createdBy ? `by ${createdBy.name}` : 'its undo'}
    </Link>
  );
}

function ResultCell({ task }: { task: TaskRowFragment }) {
  if (task.status !== 'RUNNING') {
    const { main, detail } = resultOf(task);
    return <Two first={main} second={detail !== undefined && <span title={detail}>{detail}</span>} />;
  }
  const share = shareOf(task);
  return (
    <span className={styles.running}>
      <Progress label={`${taskTitles[task.type]}, progress`} value={share} />
      <span className={styles.share}>{share !== undefined && `${String(Math.floor(share * 100))} %`}</span>
      <span className={`${text.small ?? ''} ${text.muted ?? ''}`}>{progressOf(task)}</span>
    </span>
  );
}

/** What it was; where it has a plan, the way there. */
function TaskTitle({ task }: { task: TaskRowFragment }) {
  const to = planPathOf(task);
  return to === undefined ? taskTitles[task.type] : <Link to={to}>{taskTitles[task.type]}</Link>;
}

function Two({ first, second }: { first: React.ReactNode; second?: React.ReactNode }) {
  return (
    <span className={styles.two}>
      <span>{first}</span>
      {second != null && second !== false && (
        <span className={`${text.small ?? ''} ${text.muted ?? ''}`}>{second}</span>
      )}
    </span>
  );
}
