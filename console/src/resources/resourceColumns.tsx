import { Link } from '@tanstack/react-router';
import type { ResourceRowFragment } from '../api/operations.generated.js';
import { capitalized, formatTime } from '../design/format.js';
import type { Column } from '../design/table.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { ReferenceLabel } from './referenceLabel.js';

interface ColumnsOf {
  /** Whether a resource stands open beside the table. */
  isNarrow: boolean;
  isOfAllKinds: boolean;
  /** What the resources of the one kind belong to, if they do. */
  parentTitle: string | undefined;
  /** A resource was changed from its row. */
  onChanged: () => void;
}

const countColumns: readonly Column<ResourceRowFragment>[] = [
  {
    id: 'needs',
    title: 'Needs',
    head: <span title="How many other resources it names, belongs to or contains">Needs</span>,
    width: '64px',
    isNumber: true,
    isWideOnly: true,
    cell: (row) => row.dependencyCount,
  },
  {
    id: 'neededBy',
    title: 'Needed by',
    head: <span title="How many other resources name it, belong to it or contain it">Needed by</span>,
    width: '88px',
    isNumber: true,
    isWideOnly: true,
    cell: (row) => row.dependentCount,
  },
];

/** What the table of resources shows: of all kinds, or of one. */
export function columnsFor({
  isNarrow,
  isOfAllKinds,
  parentTitle,
  onChanged,
}: ColumnsOf): readonly Column<ResourceRowFragment>[] {
  const parentColumn: Column<ResourceRowFragment> = {
    id: 'parent',
    title: parentTitle ?? 'Belongs to',
    width: '150px',
    isWideOnly: true,
    cell: ({ parent }) => <span className={text.muted}>{parent?.name}</span>,
  };
  const kindColumn: Column<ResourceRowFragment> = {
    id: 'KIND',
    title: 'Kind',
    width: isNarrow ? '128px' : '160px',
    isSortable: true,
    isWideOnly: true,
    cell: ({ kind: { title } }) => <span className={text.muted}>{capitalized(title)}</span>,
  };
  return [
    { id: 'NAME', title: 'Name', isSortable: true, cell: (row) => <NameCell row={row} onChanged={onChanged} /> },
    ...(isOfAllKinds ? [kindColumn] : []),
    ...(!isNarrow && (isOfAllKinds || parentTitle !== undefined) ? [parentColumn] : []),
    ...(isNarrow ? [] : countColumns),
    {
      id: 'UPDATED_AT',
      title: 'Changed',
      width: '136px',
      isNumber: true,
      isSortable: true,
      cell: ({ updatedAt }) => <span className={text.muted}>{formatTime(updatedAt)}</span>,
    },
  ];
}

function NameCell({ row, onChanged }: { row: ResourceRowFragment; onChanged: () => void }) {
  const isTitled = row.title != null && row.title !== row.name;
  return (
    <span className={layout.row}>
      <Link
        to="."
        search={(last) => ({ ...last, open: row.id })}
        className={`${text.name ?? ''} ${text.cut ?? ''} ${text.plainLink ?? ''}`}
        title={row.name}
      >
        {row.name}
      </Link>
      {isTitled && <span className={`${text.muted ?? ''} ${text.cut ?? ''}`}>{row.title}</span>}
      {row.mode === 'REFERENCE' && row.origin && (
        <ReferenceLabel resource={row} origin={row.origin} onDetached={onChanged} />
      )}
    </span>
  );
}
