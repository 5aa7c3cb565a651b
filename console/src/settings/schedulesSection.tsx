/** Exports and transfers that start by themselves. Exports are added here; transfers, which need a second project, over the API. */
import { useState } from 'react';
import {
  DeleteScheduleDocument,
  ProjectSchedulesDocument,
  SaveScheduleDocument,
  ScheduleTemplatesDocument,
  SetScheduleEnabledDocument,
  type ScheduleAction,
  type ScheduleLineFragment,
} from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { usePages } from '../api/usePages.js';
import { Button } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { TextField } from '../design/field.js';
import { countOf, formatTime } from '../design/format.js';
import { Choice } from '../design/menu.js';
import { Line, Lines, Section } from '../design/section.js';
import { ProblemList, SkeletonRows, sentenceOf } from '../design/states.js';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { useSubmit } from '../shell/useSubmit.js';
import type { SectionProps } from './section.js';

const doings: Readonly<Record<ScheduleAction, string>> = {
  EXPORT: 'exports',
  STAGE_TRANSFER: 'makes the plan of a transfer',
  TRANSFER: 'transfers',
};

export function SchedulesSection({ project, whyNot }: Pick<SectionProps, 'project' | 'whyNot'>) {
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(ProjectSchedulesDocument, {
    variables: { projectId: project.id },
    pageIn: ({ schedules }) => schedules,
    pageSize: 50,
  });
  const [isAdding, setIsAdding] = useState(false);
  const enable = useSubmit(SetScheduleEnabledDocument);
  const remove = useSubmit(DeleteScheduleDocument);
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
      <ProblemList problems={[...enable.problems, ...remove.problems]} />
      <Button
        icon="plus"
        whyDisabled={whyNot}
        onPress={() => {
          setIsAdding(true);
        }}
      >
        Export on a schedule
      </Button>
      {isAdding && (
        <AddDialog
          projectId={project.id}
          onDone={refresh}
          onClose={() => {
            setIsAdding(false);
          }}
        />
      )}
    </Section>
  );
}

function ScheduleWords({ schedule }: { schedule: ScheduleLineFragment }) {
  const { name, action, cron, timeZone, nextRunAt, owner } = schedule;
  return (
    <span>
      <span className={text.name}>{name}</span> {doings[action]} at <span className={text.name}>{cron}</span> {timeZone}
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

interface AddDialogProps {
  projectId: string;
  onDone: () => void;
  onClose: () => void;
}

function AddDialog({ projectId, onDone, onClose }: AddDialogProps) {
  const branch = useBranch();
  const [name, setName] = useState('nightly');
  const [cron, setCron] = useState('30 2 * * *');
  const [timeZone, setTimeZone] = useState(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [chosen, setChosen] = useState<string>();
  const { data } = useQuery(ScheduleTemplatesDocument, { projectId });
  const { submit, problems } = useSubmit(SaveScheduleDocument);
  const templates = data?.templates?.nodes ?? [];
  const templateId = chosen ?? templates[0]?.id;
  return (
    <FormDialog
      title={`Export ${branch.name} on a schedule`}
      verb="Save"
      whyDisabled={
        templateId === undefined ? 'Save a template for exports first: it says what is exported.' : undefined
      }
      onClose={onClose}
      onSubmit={async () => {
        const what = { projectId, branchId: branch.id, templateId: templateId ?? '', action: 'EXPORT' as const };
        const saved = (await submit({ input: { ...what, name, cron, timeZone } }))?.saveSchedule.schedule;
        if (saved) onDone();
        return saved != null;
      }}
    >
      <TextField label="Name" value={name} onChange={setName} isRequired autoFocus />
      {templateId !== undefined && (
        <Choice
          label="Template"
          value={templateId}
          options={templates.map(({ id, name: ofTemplate }) => ({ value: id, text: ofTemplate }))}
          onChange={setChosen}
        />
      )}
      <TextField
        label="Times"
        value={cron}
        onChange={setCron}
        isMono
        isRequired
        hint="Minute, hour, day of the month, month, day of the week. * stands for each."
      />
      <TextField label="Time zone" value={timeZone} onChange={setTimeZone} isRequired />
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
