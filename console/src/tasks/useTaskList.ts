/** The tasks of a project, newest first, kept true by the server's updates. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useReconnection } from '../api/connection.js';
import {
  TaskListDocument,
  TaskListUpdatesDocument,
  type TaskFilter,
  type TaskRowFragment,
} from '../api/operations.generated.js';
import { useSubscription } from '../api/requests.js';
import { usePages, type Pages } from '../api/usePages.js';

/** So long after the last update the list is asked for again: what is new, or no longer fits the filter, is seen then. */
const quietMs = 600;

export function useTaskList({ id, key }: { id: string; key: string }, filter: TaskFilter): Pages<TaskRowFragment> {
  const pages = usePages(TaskListDocument, {
    variables: { projectKey: key, filter },
    pageIn: ({ project }) => project?.tasks,
    pageSize: 50,
  });
  useReconnection(pages.refresh);
  const [updates, setUpdates] = useState<ReadonlyMap<string, TaskRowFragment>>(new Map());
  const refresh = useRef(pages.refresh);
  useEffect(() => {
    refresh.current = pages.refresh;
  });
  useEffect(() => {
    setUpdates(new Map());
  }, [pages.nodes]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useSubscription(
    TaskListUpdatesDocument,
    { projectId: id },
    {
      onNext: ({ tasksChanged: task }) => {
        setUpdates((current) => new Map(current).set(task.id, task));
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          refresh.current();
        }, quietMs);
      },
    },
  );
  useEffect(() => () => clearTimeout(timer.current), [id]);
  const nodes = useMemo(() => pages.nodes.map((task) => updates.get(task.id) ?? task), [pages.nodes, updates]);
  return { ...pages, nodes };
}
