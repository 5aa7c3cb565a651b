import { Link } from '@tanstack/react-router';
import type { ImportMode, PlanItemFragment } from '../api/operations.generated.js';
import { Badge } from '../design/badge.js';
import { Button } from '../design/button.js';
import { capitalized } from '../design/format.js';
import { Menu, MenuItem } from '../design/menu.js';
import type { Column } from '../design/table.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { lookIn } from './actions.js';
import { ModeSwitch } from './modeSwitch.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import { filterOf, type PlanSearch } from './planSearch.js';
import { useFilteredChoice } from './useFilteredChoice.js';
import { whatHappened, whatHappens, whatWasUndone } from './whatHappens.js';
import { useWhyNoReference } from './whyNoReference.js';
import styles from './plan.module.css';

interface Opening {
  isOpen: (item: PlanItemFragment) => boolean;
  onToggle: (item: PlanItemFragment) => void;
}

/** `isDone`: whether the import was made. */
export function planColumns({
  search,
  isDone,
  ...opening
}: Opening & { search: PlanSearch; isDone: boolean }): readonly Column<PlanItemFragment>[] {
  return [
    {
      id: 'open',
      title: 'Open',
      head: <span className={text.hidden}>Open</span>,
      width: '40px',
      cell: (item) => <Opener item={item} {...opening} />,
    },
    { id: 'action', title: isDone ? 'Result' : 'Action', width: '152px', cell: (item) => <ActionBadge item={item} /> },
    { id: 'name', title: 'Name', width: '196px', cell: (item) => <ItemName item={item} /> },
    {
      id: 'kind',
      title: 'Kind',
      width: '140px',
      isWideOnly: true,
      cell: (item) => <span className={text.muted}>{capitalized(item.kind.title)}</span>,
    },
    {
      id: 'mode',
      title: isDone ? 'Imported as' : 'Import as',
      ...(!isDone && { head: <ModeHead search={search} /> }),
      width: '172px',
      isWideOnly: true,
      cell: (item) => <ModeSwitch item={item} />,
    },
    { id: 'what', title: isDone ? 'What happened' : 'What happens', cell: (item) => <What item={item} /> },
  ];
}

/** Where there is little room, a row is a card. */
export function cardColumns(opening: Opening): readonly Column<PlanItemFragment>[] {
  return [
    {
      id: 'item',
      title: 'Item',
      cell: (item) => (
        <div className={styles.card}>
          <span className={layout.row}>
            <span className={layout.grow}>
              <ItemName item={item} />
            </span>
            <ActionBadge item={item} />
          </span>
          <span className={layout.row}>
            <span className={`${layout.grow ?? ''} ${text.muted ?? ''}`}>{capitalized(item.kind.title)}</span>
            <ModeSwitch item={item} />
            <Opener item={item} {...opening} />
          </span>
          <What item={item} />
        </div>
      ),
    },
  ];
}

function Opener({ item, isOpen, onToggle }: Opening & { item: PlanItemFragment }) {
  const isShown = isOpen(item);
  return (
    <Button
      look="quiet"
      isSmall
      icon={isShown ? 'down' : 'right'}
      label={`${isShown ? 'Close' : 'Open'} ${item.name}`}
      aria-expanded={isShown}
      onPress={() => onToggle(item)}
    />
  );
}

function ActionBadge({ item: { action } }: { item: PlanItemFragment }) {
  const { title, tone, icon, isDashed } = lookIn(usePlanScreen().phase, action);
  return (
    <Badge tone={tone} icon={icon} isDashed={isDashed ?? false}>
      {title}
    </Badge>
  );
}

function ItemName({ item: { name: nameInFile, newName, title, resource } }: { item: PlanItemFragment }) {
  const branch = useBranch();
  const isDone = usePlanScreen().phase !== 'PLANNED';
  const name = isDone ? (newName ?? nameInFile) : nameInFile;
  const isTitled = title !== null && title !== name;
  const shown = isTitled ? <span className={text.title}>{title}</span> : <span className={text.name}>{name}</span>;
  return (
    <span className={`${styles.name ?? ''} ${text.cut ?? ''}`} title={isTitled ? `${title} (${name})` : name}>
      {resource ? (
        <Link
          to={branchPath({ projectKey: branch.project.key, branchName: branch.name })}
          search={{ open: resource.id }}
        >
          {shown}
        </Link>
      ) : (
        shown
      )}
    </span>
  );
}

function What({ item }: { item: PlanItemFragment }) {
  const { phase } = usePlanScreen();
  const said = phase === 'PLANNED' ? whatHappens(item) : phase === 'DONE' ? whatHappened(item) : whatWasUndone(item);
  return (
    <span className={styles.what} title={said}>
      {said}
    </span>
  );
}

/** Sets the mode of all items that the tab and the filters show. */
function ModeHead({ search }: { search: PlanSearch }) {
  const { kind } = search;
  const { setModeOfAll } = useFilteredChoice();
  const { plan, whyFixed } = usePlanScreen();
  const { setMode } = useAmendments();
  const whyNoReference = useWhyNoReference();
  const shown = plan.kindCounts.filter((one) => kind === undefined || one.kind.name === kind);
  const isFiltered = search.action !== undefined || (search.q ?? '') !== '';
  const kinds = shown.filter((one) => whyNoReference(one.kind) === undefined).map((one) => one.kind.name);
  const setAll = (mode: ImportMode) =>
    void (isFiltered ? setModeOfAll(filterOf(search), mode) : setMode({ kinds, mode }));
  return (
    <span className={layout.rowTight}>
      Import as
      {kinds.length > 0 && whyFixed === undefined && plan.source?.project != null && (
        <Menu
          label="Import all as"
          button={
            <Button look="quiet" isSmall>
              set all
            </Button>
          }
        >
          <MenuItem icon="copy" onAction={() => setAll('COPY')}>
            All as copies
          </MenuItem>
          <MenuItem icon="link" onAction={() => setAll('REFERENCE')}>
            All as references
          </MenuItem>
        </Menu>
      )}
    </span>
  );
}
