/** The foot of an export: what would be written, then how far it is, then the file. */
import { useEffect } from 'react';
import {
  CancelExportDocument,
  ExportTaskProgressDocument,
  ExportTaskStateDocument,
  type ExportTaskFragment,
} from '../api/operations.generated.js';
import { useWhyOffline } from '../api/connection.js';
import { useQuery, useRequests, useSubscription } from '../api/requests.js';
import { ToneIcon } from '../design/badge.js';
import { Button, ButtonAnchor } from '../design/button.js';
import { countOf, formatCount, formatDuration, formatSize } from '../design/format.js';
import { Decide } from '../design/page.js';
import { Progress } from '../design/progress.js';
import { sentenceOf } from '../design/states.js';
import { useToast } from '../design/toasts.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';

/** A task as the server last told it: its state now, then each change. */
export function useExportTask(id: string | undefined) {
  const isPaused = id === undefined;
  const variables = { id: id ?? '' };
  const { data } = useQuery(ExportTaskStateDocument, variables, { isPaused, policy: 'network-only' });
  const update = useSubscription(ExportTaskProgressDocument, variables, { isPaused })?.taskProgress;
  if (isPaused) return undefined;
  return update?.id === id ? update : data?.task?.id === id ? data.task : undefined;
}

interface TaskFootProps {
  task: ExportTaskFragment;
  /** Goes back to the selection. */
  onAgain: () => void;
}

export function TaskFoot({ task, onAgain }: TaskFootProps) {
  const { status } = task;
  if (status === 'QUEUED' || status === 'RUNNING') return <RunningFoot task={task} />;
  if (status === 'COMPLETED' || status === 'COMPLETED_WITH_ERRORS') return <DoneFoot {...{ task, onAgain }} />;
  const say = status === 'CANCELLED' ? 'The export was cancelled' : 'The export failed';
  return (
    <Decide
      say={
        <span className={layout.row}>
          <ToneIcon tone={status === 'CANCELLED' ? 'neutral' : 'blocked'} name="block" />
          {say}
        </span>
      }
      detail={task.errorMessage ?? 'Nothing was written.'}
    >
      <Button onPress={onAgain}>Back to the selection</Button>
    </Decide>
  );
}

function RunningFoot({ task: { id, processedCount, totalCount, itemsPerSecond } }: { task: ExportTaskFragment }) {
  const { mutate } = useRequests();
  const show = useToast();
  const whyOffline = useWhyOffline();
  const of = totalCount === null ? '' : ` of ${formatCount(totalCount)}`;
  const cancel = async () => {
    try {
      const { cancelTask } = await mutate(CancelExportDocument, { input: { id } });
      const [problem] = cancelTask.problems;
      if (problem) show({ tone: 'neutral', icon: 'block', title: problem.message });
    } catch (error) {
      show({ tone: 'blocked', icon: 'block', title: 'Not cancelled', detail: sentenceOf(error) });
    }
  };
  return (
    <Decide
      say={`Writing ${formatCount(processedCount)}${of}`}
      detail={
        <Progress
          label="Export"
          value={totalCount === null || totalCount === 0 ? undefined : processedCount / totalCount}
        />
      }
    >
      {itemsPerSecond !== null && itemsPerSecond > 0 && (
        <span className={text.muted}>{formatCount(Math.round(itemsPerSecond))}/s</span>
      )}
      <Button whyDisabled={whyOffline} onPress={() => void cancel()}>
        Cancel
      </Button>
    </Decide>
  );
}

function DoneFoot({ task, onAgain }: TaskFootProps) {
  const show = useToast();
  const file = task.files.find(({ purpose }) => purpose === 'RESULT');
  const took =
    task.startedAt !== null && task.endedAt !== null
      ? ` in ${formatDuration(Date.parse(task.endedAt) - Date.parse(task.startedAt))}`
      : '';
  const count = countOf(task.processedCount, 'resource');
  useEffect(() => {
    document.querySelector<HTMLElement>('[data-download]')?.focus();
  }, [task.id]);
  return (
    <Decide
      say={
        <span className={layout.row}>
          <ToneIcon tone="create" name="check" />
          {count}
          {file && `, ${formatSize(file.sizeBytes)}`}, written{took}
        </span>
      }
      detail={
        file && (
          <>
            <span className={text.mono}>{file.name}</span>
            {file.sha256 !== null && (
              <span className={`${text.mono ?? ''} ${text.small ?? ''}`} title={file.sha256}>
                {' '}
                SHA-256 {file.sha256.slice(0, 16)}…
              </span>
            )}
          </>
        )
      }
    >
      <Button onPress={onAgain}>Export something else</Button>
      {file?.sha256 != null && (
        <Button
          icon="copy"
          onPress={() => {
            void navigator.clipboard.writeText(file.sha256 ?? '');
            show({ tone: 'neutral', icon: 'copy', title: 'The digest is copied' });
          }}
        >
          Copy the digest
        </Button>
      )}
      {file?.url != null ? (
        <ButtonAnchor look="primary" icon="download" href={file.url} download={file.name} data-download>
          Download
        </ButtonAnchor>
      ) : (
        <Button look="primary" icon="download" whyDisabled="Only who started the export may download it.">
          Download
        </Button>
      )}
    </Decide>
  );
}
