/** Exports and transfers that start by themselves: exports of this project, and transfers into it. */
import { useEffect, useState } from 'react';
import {
  DeleteScheduleDocument,
  ProjectSchedulesDocument,
  RunScheduleDocument,
  SetScheduleEnabledDocument,
  type ScheduleAction,
  type ScheduleLineFragment,
} from '../api/operations.generated.js';
import { usePages } from '../api/usePages.js';
import { Button } from '../design/button.js';
import { countOf, formatTime } from '../design/format.js';
import { Line, Lines, Section } from '../design/section.js';
import { ProblemList, SkeletonRows, sentenceOf } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useSubmit } from '../shell/useSubmit.js';
import { ExportScheduleDialog, TransferScheduleDialog } from './scheduleDialogs.js';
import type { SectionProps } from './section.js';

const doings: Readonly<Record<ScheduleAction, string>> = {
  EXPORT: 'exports',
  STAGE_TRANSFER: 'makes the plan of a transfer',
  TRANSFER: 'transfers',
};

/** `makes the plan of a transfer from a/main into main`; a branch that is gone, or that the reader may not see, is left out. */
function doingOf({ action, branch, intoBranch }: ScheduleLineFragment): string {
  if (action === 'EXPORT') return branch ? `${doings.EXPORT} ${branch.name}` : doings.EXPORT;
  const from = branch ? ` from ${branch.project.key}/${branch.name}` : '';
  return `${doings[action]}${from}${intoBranch ? ` into ${intoBranch.name}` : ''}`;
}

/** How often runs that are asked for or go on are looked at. */
const lookMs = 1000;

export function SchedulesSection({ project, whyNot }: Pick<SectionProps, 'project' | 'whyNot'>) {
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(ProjectSchedulesDocument, {
    variables: { projectId: project.id },
    pageIn: ({ schedules }) => schedules,
    pageSize: 50,
  });
  const isWaiting = nodes.some(isUnderWay);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(refresh, lookMs);
    return () => {
      clearInterval(timer);
    };
  }, [isWaiting, refresh]);
  const [adding, setAdding] = useState<'export' | 'transfer'>();
  const run = useSubmit(RunScheduleDocument);
  const enable = useSubmit(SetScheduleEnabledDocument);
  const remove = useSubmit(DeleteScheduleDocument);
  const Dialog = adding && { export: ExportScheduleDialog, transfer: TransferScheduleDialog }[adding];
  return (
    <Section
      title="Schedules"
      about="Exports and transfers that start by themselves, with the rights of the person who saved them."
    >
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {totalCount === undefined && !error && <SkeletonRows count={2} />}
      {totalCount === 0 && <p className={text.muted}>Nothing starts by itself.</p>}
      <Lines label="Schedules">
        {nodes.map((schedule) => (
          <Line key={schedule.id} main={<ScheduleWords schedule={schedule} />}>
            <Button
              isSmall
              label={`Run ${schedule.name} now`}
              whyDisabled={
                whyNot ?? (schedule.runRequestedAt === null ? undefined : 'It begins when its last task has ended.')
              }
              onPress={() => {
                void run.submit({ input: { id: schedule.id } }).then(refresh);
              }}
            >
              Run now
            </Button>
            <Button
              isSmall
              label={`${schedule.isEnabled ? 'Disable' : 'Enable'} ${schedule.name}`}
              whyDisabled={whyNot}
              onPress={() => {
                const input = { id: schedule.id, isEnabled: !schedule.isEnabled };
                void enable.submit({ input }).then(refresh);
              }}
            >
              {schedule.isEnabled ? 'Disable' : 'Enable'}
            </Button>
            <Button
              look="quiet"
              icon="trash"
              label={`Delete ${schedule.name}`}
              whyDisabled={whyNot}
              onPress={() => {
                void remove.submit({ input: { id: schedule.id } }).then(refresh);
              }}
            />
          </Line>
        ))}
      </Lines>
      {hasMore && <Button onPress={loadMore}>Show more of {countOf(totalCount ?? 0, 'schedule')}</Button>}
      <ProblemList problems={[...run.problems, ...enable.problems, ...remove.problems]} />
      <AddButtons whyNot={whyNot} onAdd={setAdding} />
      {Dialog && (
        <Dialog
          onDone={refresh}
          onClose={() => {
            setAdding(undefined);
          }}
        />
      )}
    </Section>
  );
}

interface AddButtonsProps {
  whyNot: string | undefined;
  onAdd: (what: 'export' | 'transfer') => void;
}

function AddButtons({ whyNot, onAdd }: AddButtonsProps) {
  return (
    <div className={layout.row}>
      <Button
        icon="plus"
        whyDisabled={whyNot}
        onPress={() => {
          onAdd('export');
        }}
      >
        Export on a schedule
      </Button>
      <Button
        icon="plus"
        whyDisabled={whyNot}
        onPress={() => {
          onAdd('transfer');
        }}
      >
        Transfer on a schedule
      </Button>
    </div>
  );
}

function isUnderWay({ runRequestedAt, lastRun }: ScheduleLineFragment): boolean {
  const status = lastRun?.task?.status;
  return runRequestedAt !== null || status === 'QUEUED' || status === 'RUNNING';
}

function ScheduleWords({ schedule }: { schedule: ScheduleLineFragment }) {
  const { name, cron, timeZone, nextRunAt, owner } = schedule;
  return (
    <span>
      <span className={text.name}>{name}</span> {doingOf(schedule)} at <span className={text.name}>{cron}</span>{' '}
      {timeZone}
      <span className={text.muted}>
        , {nextRunAt === null ? 'disabled' : `next ${formatTime(nextRunAt)}`}, of {owner.name}
        {lastWords(schedule)}
      </span>
    </span>
  );
}

function lastWords({ lastRun }: ScheduleLineFragment): string {
  if (!lastRun) return '';
  const [problem] = lastRun.problems;
  const status = lastRun.task?.status.toLowerCase().replaceAll('_', ' ');
  return `. Last ${formatTime(lastRun.startedAt)}: ${problem?.message ?? status ?? 'its task was deleted'}`;
}
