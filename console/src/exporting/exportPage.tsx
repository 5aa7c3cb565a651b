/** An export: what is chosen, what comes along and why, and the file. */
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import {
  ExportKindsDocument,
  ExportSummaryDocument,
  StartExportDocument,
  type ExportCompanionFragment,
  type ExportSummaryQuery,
  type ExportSummaryQueryVariables,
} from '../api/operations.generated.js';
import type { JsonObject } from '../json.js';
import { useQuery } from '../api/requests.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Checkbox } from '../design/field.js';
import { countOf, formatCount } from '../design/format.js';
import { PageHead } from '../design/page.js';
import { EmptyState, ErrorState, ProblemList, SkeletonRows } from '../design/states.js';
import drawer from '../design/drawer.module.css';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch, useBranchChanges } from '../shell/branch.js';
import { CompanionsColumn } from './companionsColumn.js';
import { ConfirmFoot } from './confirmFoot.js';
import { TaskFoot, useExportTask } from './exportFoot.js';
import type { ExportSearch } from './exportSearch.js';
import styles from './exporting.module.css';
import { formats } from './formats.js';
import { PictureDialog } from './pictureDialog.js';
import { SelectionColumn } from './selectionColumn.js';
import { addressOf, bring, isEmpty, useExportChoices, type Chosen, type Named } from './selection.js';
import { TemplateMenu } from './templateMenu.js';
import { TransferDialog } from './transferDialog.js';
import { WhyColumn } from './whyColumn.js';

// By its name: the route loads this module, and neither may import the other.
const route = getRouteApi('/p/$projectKey/$branchName/export');

/** What comes along is shown in steps of this size, up to the most that the server gives at once. */
const pageSize = 100;
const largestPage = 500;

type Preview = NonNullable<ExportSummaryQuery['exportPreview']>;

type SearchChange = { [Key in keyof ExportSearch]?: ExportSearch[Key] | undefined };

export function ExportPage() {
  const branch = useBranch();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choices = useExportChoices(search);
  const { chosen, setChosen, isBringing, setIsBringing, inputFor } = choices;
  const { format = 'JSON', task: taskId } = search;
  const [find, setFind] = useState('');
  const [shown, setShown] = useState(pageSize);
  const [isCopying, setIsCopying] = useState(false);
  const [isPictured, setIsPictured] = useState(false);
  const [lit, setLit] = useState<ExportCompanionFragment>();
  const setSearch = useCallback(
    (change: SearchChange) => {
      void navigate({ search: (last) => definedOf({ ...last, ...change }), replace: true });
    },
    [navigate],
  );

  const kinds = useQuery(ExportKindsDocument, { projectKey: branch.project.key, branchName: branch.name });
  const input = inputFor(branch.id, format);
  const isNothing = isEmpty(chosen);
  const preview = usePreview({ input, search: find, first: shown }, isNothing);
  useBranchChanges(branch.id, preview.refresh);
  const start = useSubmit(StartExportDocument);
  const task = useExportTask(taskId);

  const choose = (next: Chosen) => {
    setChosen(next);
    setLit(undefined);
    start.clear();
    setSearch({ ids: undefined, kinds: undefined, all: undefined, ...addressOf(next), task: undefined });
  };
  const confirm = async () => {
    const data = await start.submit({ input });
    const id = data?.startExport.task?.id;
    if (id !== undefined) setSearch({ task: id });
  };

  const applyTemplate = (template: { id: string; settings: JsonObject }) => {
    const used = choices.use(template.settings);
    setLit(undefined);
    setSearch({ template: template.id, task: undefined, ...(used && { format: used }) });
  };

  if (kinds.error && !kinds.data) return <ErrorState error={kinds.error} onRetry={kinds.refresh} />;
  if (!kinds.data?.branch) return <SkeletonRows />;
  const { kindCounts } = kinds.data.branch;
  const data = isNothing ? undefined : preview.data;
  const companions = data ? [...data.toConfirm.nodes, ...data.silent.nodes] : [];
  const companionCount = data ? data.toConfirm.totalCount + data.silent.totalCount : 0;
  const recordKind = formats[format].isOfRecords ? data?.byKind[0]?.kind.name : undefined;
  const leftOut = [...chosen.leftOut.values()].filter((resource) => resource !== undefined);
  return (
    <>
      <PageHead
        title={`Export from ${branch.project.key} / ${branch.name}`}
        facts={data && <HeadFacts preview={data} companionCount={companionCount} />}
      >
        <TemplateMenu
          templateId={search.template}
          input={input}
          onUse={applyTemplate}
          onSaved={(template) => setSearch({ template })}
        />
      </PageHead>
      <div className={styles.columns}>
        <SelectionColumn
          {...{ search, kindCounts, chosen }}
          onSearch={setSearch}
          onChoose={choose}
          selectedCount={data?.selected.totalCount}
          companionIds={new Set(companions.map(({ resource }) => resource.id))}
        />
        <CompanionsPanel
          {...{ isNothing, preview, find, companions, companionCount, leftOut, shown, lit }}
          isBringing={isBringing ?? !formats[format].isOfRecords}
          onBringing={(isBrought) => {
            setIsBringing(isBrought);
            setSearch({ task: undefined });
          }}
          onFind={setFind}
          onBring={(resources, isBrought) => {
            choose(bring(chosen, resources, isBrought));
          }}
          onShow={setShown}
          onLight={setLit}
        />
        <WhyColumn
          item={lit}
          hasSome={companions.length > 0}
          onClear={() => {
            setLit(undefined);
          }}
          onPicture={() => {
            setIsPictured(true);
          }}
        />
      </div>
      {start.problems.length > 0 && (
        <div className={drawer.body}>
          <ProblemList problems={start.problems} />
        </div>
      )}
      {task ? (
        <TaskFoot
          task={task}
          onAgain={() => {
            setSearch({ task: undefined });
          }}
        />
      ) : (
        <ConfirmFoot
          {...{ data, format, isNothing }}
          recordKind={recordKind}
          records={choices.records}
          onRecords={choices.setRecords}
          packs={new Set(kindCounts.map(({ kind }) => kind.pack))}
          isBusy={start.isBusy}
          onFormat={(value) => {
            setSearch({ format: value === 'JSON' ? undefined : value, task: undefined });
          }}
          onConfirm={() => void confirm()}
          onTransfer={() => {
            setIsCopying(true);
          }}
        />
      )}
      {isPictured && (
        <PictureDialog
          input={input}
          litId={lit?.resource.id}
          onClose={() => {
            setIsPictured(false);
          }}
        />
      )}
      {isCopying && (
        <TransferDialog
          input={input}
          count={data?.byKind.reduce((sum, { count }) => sum + count, 0) ?? 0}
          onClose={() => {
            setIsCopying(false);
          }}
        />
      )}
    </>
  );
}

interface CompanionsPanelProps {
  isNothing: boolean;
  preview: ReturnType<typeof usePreview>;
  find: string;
  companions: readonly ExportCompanionFragment[];
  companionCount: number;
  leftOut: readonly Named[];
  /** How many of them are asked for at most. */
  shown: number;
  lit: ExportCompanionFragment | undefined;
  isBringing: boolean;
  onBringing: (isBringing: boolean) => void;
  onFind: (find: string) => void;
  onBring: (resources: readonly Named[], isBrought: boolean) => void;
  onShow: (shown: number) => void;
  onLight: (item: ExportCompanionFragment) => void;
}

function CompanionsPanel(props: CompanionsPanelProps) {
  const { isNothing, preview, companions, companionCount, shown, lit, isBringing, onBringing, onShow, ...rest } = props;
  const { data, error, refresh } = preview;
  const showMore = () => {
    onShow(shown + pageSize);
  };
  return (
    <section className={styles.column} aria-label="Comes along">
      <div className={styles.columnHead}>
        <h2 className={layout.grow}>
          Comes along <span>{!isNothing && data ? formatCount(companionCount) : ''}</span>
        </h2>
        <Checkbox isSelected={isBringing} onChange={onBringing}>
          with dependencies
        </Checkbox>
      </div>
      {isNothing && (
        <EmptyState title="Nothing is selected yet">
          <p className={text.muted}>Tick what you want to export. What it needs is shown here, with the reason.</p>
        </EmptyState>
      )}
      {!isNothing && error && <ErrorState error={error} onRetry={refresh} />}
      {!isNothing && !error && !data && <SkeletonRows />}
      {!isNothing && data && (
        <CompanionsColumn
          {...rest}
          preview={data}
          onMore={companionCount > companions.length && shown < largestPage ? showMore : undefined}
          litId={lit?.resource.id}
        />
      )}
    </section>
  );
}

/** Keeps what was last known on screen while a changed selection is asked about. */
function usePreview(variables: ExportSummaryQueryVariables, isPaused: boolean) {
  const { data, error, refresh } = useQuery(ExportSummaryDocument, variables, { isPaused });
  const [last, setLast] = useState<ExportSummaryQuery>();
  useEffect(() => {
    setLast(isPaused ? undefined : (current) => data ?? current);
  }, [data, isPaused]);
  return { data: (data ?? last)?.exportPreview ?? undefined, error: data ? undefined : error, refresh };
}

function HeadFacts({ preview, companionCount }: { preview: Preview; companionCount: number }) {
  const { selected, requirementCount, unresolvedCount, cycleCount, problems } = preview;
  const isBlocked = problems.some(({ severity }) => severity === 'ERROR');
  return (
    <>
      <span>
        <b>{formatCount(selected.totalCount)}</b> selected
      </span>
      <span>
        <b>{formatCount(companionCount)}</b> {companionCount === 1 ? 'comes' : 'come'} along
      </span>
      <span>
        <b>{formatCount(requirementCount)}</b> only required
      </span>
      {isBlocked && <span>can’t be exported</span>}
      {unresolvedCount > 0 && <span>{formatCount(unresolvedCount)} unresolved</span>}
      {unresolvedCount === 0 && !isBlocked && <span>nothing unresolved</span>}
      {cycleCount > 0 && <span>{countOf(cycleCount, 'cycle')}</span>}
    </>
  );
}

function definedOf(search: SearchChange): ExportSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => (value as unknown) !== undefined));
}
