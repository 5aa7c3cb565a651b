/** The tasks that run, on every screen. */
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useReconnection } from '../api/connection.js';
import { TrayTasksDocument, TrayUpdatesDocument, type TrayTaskFragment } from '../api/operations.generated.js';
import { useQuery, useSubscription } from '../api/requests.js';
import { formatCount } from '../design/format.js';
import { Icon } from '../design/icon.js';
import { Progress } from '../design/progress.js';
import text from '../design/text.module.css';
import { branchPath } from './branchPath.js';
import { taskTitles } from './taskTitles.js';
import styles from './shell.module.css';

/** The tasks that have not ended, kept true by the server's updates. */
function useOpenTasks(): readonly TrayTaskFragment[] {
  const { data, refresh } = useQuery(TrayTasksDocument, {}, { policy: 'network-only' });
  useReconnection(refresh);
  const [tasks, setTasks] = useState<ReadonlyMap<string, TrayTaskFragment>>(new Map());
  useEffect(() => {
    if (data?.tasks) setTasks(new Map(data.tasks.nodes.map((task) => [task.id, task])));
  }, [data]);
  useSubscription(
    TrayUpdatesDocument,
    {},
    {
      onNext: ({ tasksChanged: task }) => {
        setTasks((current) => {
          const next = new Map(current);
          if (task.status === 'RUNNING' || task.status === 'QUEUED') next.set(task.id, task);
          else next.delete(task.id);
          return next;
        });
      },
    },
  );
  return [...tasks.values()];
}

export function Tray() {
  const tasks = useOpenTasks();
  const [isOpen, setIsOpen] = useState(false);
  const running = tasks.filter(({ status }) => status === 'RUNNING').length;
  const waiting = tasks.length - running;
  const counts = [running > 0 && `${formatCount(running)} running`, waiting > 0 && `${formatCount(waiting)} waiting`];
  return (
    <section className={styles.tray} aria-label="Running tasks">
      <button
        type="button"
        className={styles.trayButton}
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        <Icon name={running > 0 ? 'running' : 'check'} isSmall />
        <span style={{ flex: 1 }} aria-live="polite">
          {counts.filter(Boolean).join(', ') || 'No task is running'}
        </span>
        <Icon name={isOpen ? 'down' : 'up'} isSmall />
      </button>
      {isOpen && (
        <ul>
          {tasks.map((task) => (
            <TrayRow key={task.id} task={task} />
          ))}
        </ul>
      )}
    </section>
  );
}

function TrayRow({ task }: { task: TrayTaskFragment }) {
  const { processedCount, totalCount, itemsPerSecond, branch } = task;
  const share = totalCount == null || totalCount === 0 ? undefined : processedCount / totalCount;
  const title = `${taskTitles[task.type]}${branch ? `, ${branch.project.key}` : ''}`;
  return (
    <li className={styles.trayTask}>
      <span className={styles.trayLine}>
        {branch ? (
          <Link to={branchPath({ projectKey: branch.project.key, branchName: branch.name }, 'tasks')}>{title}</Link>
        ) : (
          title
        )}
        {share !== undefined && <span>{Math.floor(share * 100)} %</span>}
      </span>
      <Progress label={title} value={share} />
      <span className={text.muted}>
        {formatCount(processedCount)}
        {totalCount != null && ` of ${formatCount(totalCount)}`}
        {itemsPerSecond != null && itemsPerSecond > 0 && ` · ${formatCount(Math.round(itemsPerSecond))}/s`}
      </span>
    </li>
  );
}
