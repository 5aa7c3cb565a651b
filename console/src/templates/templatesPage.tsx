/** The saved settings of a project's exports and imports. */
import { createRoute, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import {
  TemplateKindsDocument,
  TemplateListDocument,
  type TemplateDirection,
  type TemplateRowFragment,
} from '../api/operations.generated.js';
import { useWhyOffline } from '../api/connection.js';
import { useQuery } from '../api/requests.js';
import { usePages } from '../api/usePages.js';
import { Badge } from '../design/badge.js';
import { Button, ButtonLink } from '../design/button.js';
import { capitalized, countOf, formatCount, formatList, formatTime } from '../design/format.js';
import { Choice, Menu, MenuGroup, MenuItem } from '../design/menu.js';
import { PageHead } from '../design/page.js';
import { EmptyState, ErrorState, SkeletonRows } from '../design/states.js';
import { Table, TableFoot, type Column } from '../design/table.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath, type Place } from '../shell/branchPath.js';
import { branchRoute } from '../shell/branchRoute.js';
import { useWhyNot } from '../shell/rights.js';
import { missingKinds, settingsWords, type KindTitles } from './settingsWords.js';
import {
  CopyTemplateDialog,
  DeleteTemplateDialog,
  EditTemplateDialog,
  RenameTemplateDialog,
} from './templateDialogs.js';

interface TemplatesSearch {
  direction?: TemplateDirection;
}

const directionWords: Readonly<Record<TemplateDirection, string>> = { EXPORT: 'exports', IMPORT: 'imports' };

export const templatesRoute = createRoute({
  getParentRoute: () => branchRoute,
  path: '/templates',
  component: TemplatesPage,
  validateSearch: ({ direction }: Record<string, unknown>): TemplatesSearch => ({
    ...((direction === 'EXPORT' || direction === 'IMPORT') && { direction }),
  }),
});

type Opened = { what: 'new' } | { what: 'edit' | 'rename' | 'copy' | 'delete'; template: TemplateRowFragment };

function TemplatesPage() {
  const { project, name } = useBranch();
  const { direction } = templatesRoute.useSearch();
  const navigate = useNavigate({ from: templatesRoute.fullPath });
  const whyNot = useWhyNot('EDITOR');
  const [opened, setOpened] = useState<Opened>();
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(TemplateListDocument, {
    variables: { projectId: project.id, ...(direction && { direction }) },
    pageIn: ({ templates }) => templates,
  });
  const { data } = useQuery(TemplateKindsDocument, { projectId: project.id });
  const titles = useMemo(() => {
    return data?.kinds ? new Map(data.kinds.map((kind) => [kind.name, kind.pluralTitle])) : undefined;
  }, [data]);
  const columns = useMemo(
    () => columnsFor({ titles, place: { projectKey: project.key, branchName: name }, onOpen: setOpened }),
    [titles, project.key, name],
  );

  return (
    <>
      <PageHead
        title="Templates"
        tabTitle={`Templates, ${project.key}`}
        facts={totalCount !== undefined && countOf(totalCount, 'template')}
      >
        <Button
          icon="plus"
          whyDisabled={whyNot}
          onPress={() => {
            setOpened({ what: 'new' });
          }}
        >
          New template
        </Button>
      </PageHead>
      <div className={layout.tools}>
        <Choice
          label="For"
          value={direction ?? 'ANY'}
          options={[
            { value: 'ANY', text: 'exports and imports' },
            { value: 'EXPORT', text: 'exports' },
            { value: 'IMPORT', text: 'imports' },
          ]}
          onChange={(value) => void navigate({ search: value === 'ANY' ? {} : { direction: value }, replace: true })}
        />
      </div>
      {error && nodes.length === 0 && <ErrorState error={error} onRetry={refresh} />}
      {totalCount === undefined && !error && <SkeletonRows />}
      {totalCount === 0 && (
        <EmptyState title={direction ? `No templates for ${directionWords[direction]} yet` : 'No templates yet'}>
          <p>
            A template keeps the settings of an export or an import under a name. Save one where you export or import,
            or write its settings here.
          </p>
        </EmptyState>
      )}
      {totalCount !== undefined && totalCount > 0 && (
        <>
          <Table
            label="Templates"
            columns={columns}
            rows={nodes}
            totalCount={totalCount}
            keyOf={({ id }) => id}
            nameOf={(template) => template.name}
            rowHeight={44}
            onOpen={(template) => {
              setOpened({ what: 'edit', template });
            }}
            hasMore={hasMore}
            onEnd={loadMore}
          />
          <TableFoot>
            {formatCount(nodes.length)} of {countOf(totalCount, 'template')}
          </TableFoot>
        </>
      )}
      {opened && (
        <OpenedDialog
          opened={opened}
          onClose={() => {
            setOpened(undefined);
          }}
          onDone={refresh}
        />
      )}
    </>
  );
}

function OpenedDialog({ opened, ...rest }: { opened: Opened; onClose: () => void; onDone: () => void }) {
  if (opened.what === 'new') return <EditTemplateDialog {...rest} />;
  const { what, template } = opened;
  if (what === 'edit') return <EditTemplateDialog template={template} {...rest} />;
  if (what === 'rename') return <RenameTemplateDialog template={template} {...rest} />;
  return what === 'copy' ? (
    <CopyTemplateDialog template={template} {...rest} />
  ) : (
    <DeleteTemplateDialog template={template} {...rest} />
  );
}

interface ColumnParts {
  /** Undefined until they are known. */
  titles: KindTitles | undefined;
  place: Place;
  onOpen: (opened: Opened) => void;
}

function columnsFor({ titles, place, onOpen }: ColumnParts): readonly Column<TemplateRowFragment>[] {
  return [
    {
      id: 'name',
      title: 'Name',
      width: '26%',
      cell: (template) => <span className={text.title}>{template.name}</span>,
    },
    {
      id: 'direction',
      title: 'For',
      width: '88px',
      isWideOnly: true,
      cell: ({ direction }) => directionWords[direction],
    },
    {
      id: 'holds',
      title: 'What it holds',
      isWideOnly: true,
      cell: ({ settings }) => titles && <Holds settings={settings} titles={titles} />,
    },
    {
      id: 'by',
      title: 'Saved by',
      width: '128px',
      isWideOnly: true,
      cell: ({ createdBy }) => <span className={text.muted}>{createdBy?.name}</span>,
    },
    {
      id: 'changed',
      title: 'Changed',
      width: '128px',
      isNumber: true,
      isWideOnly: true,
      cell: ({ updatedAt }) => <span className={text.muted}>{formatTime(updatedAt)}</span>,
    },
    {
      id: 'doings',
      title: 'Options',
      head: <span className={text.hidden}>Options</span>,
      width: '136px',
      isNumber: true,
      isDoings: true,
      cell: (template) => <Doings {...{ template, place, onOpen }} />,
    },
  ];
}

function Holds({ settings, titles }: { settings: TemplateRowFragment['settings']; titles: KindTitles }) {
  const missing = missingKinds(settings, titles);
  const words = capitalized(settingsWords(settings, titles));
  if (missing.length === 0) return <span title={words}>{words}</span>;
  const why = `This project has no kind ${formatList(missing)}.`;
  return (
    <span className={layout.row} title={why}>
      <Badge tone="blocked" icon="block">
        No longer fits
      </Badge>
      <span className={text.cut}>{why}</span>
    </span>
  );
}

function Doings({
  template,
  place,
  onOpen,
}: { template: TemplateRowFragment } & Pick<ColumnParts, 'place' | 'onOpen'>) {
  const whyOffline = useWhyOffline();
  const whyDisabled = useWhyNot('EDITOR');
  const item = (what: 'edit' | 'rename' | 'copy' | 'delete') => ({
    whyDisabled,
    onAction: () => {
      onOpen({ what, template });
    },
  });
  return (
    <span className={layout.rowTight} style={{ justifyContent: 'flex-end' }}>
      <ButtonLink
        isSmall
        label={`Use ${template.name}`}
        to={branchPath(place, template.direction === 'EXPORT' ? 'export' : 'import')}
        search={{ template: template.id } as never}
      >
        Use
      </ButtonLink>
      <Menu label="Options" button={<Button look="quiet" icon="more" isSmall label={`Options of ${template.name}`} />}>
        <MenuGroup>
          <MenuItem icon="edit" {...item('edit')}>
            Edit…
          </MenuItem>
          <MenuItem icon="edit" {...item('rename')}>
            Rename…
          </MenuItem>
          <MenuItem icon="copy" {...item('copy')} whyDisabled={whyOffline}>
            Copy to another project…
          </MenuItem>
        </MenuGroup>
        <MenuGroup>
          <MenuItem icon="trash" isDanger {...item('delete')}>
            Delete…
          </MenuItem>
        </MenuGroup>
      </Menu>
    </span>
  );
}
