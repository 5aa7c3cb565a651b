import { useState } from 'react';
import { CreateGroupDocument, PrincipalListDocument, type PrincipalLineFragment } from '../api/operations.generated.js';
import { useWhyOffline } from '../api/connection.js';
import { usePages } from '../api/usePages.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Badge } from '../design/badge.js';
import { Button } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { SearchField, TextField } from '../design/field.js';
import { countOf, formatCount, formatTime } from '../design/format.js';
import { Choice } from '../design/menu.js';
import { EmptyState, ErrorState, ProblemList, SkeletonRows } from '../design/states.js';
import { Table, TableFoot, type Column } from '../design/table.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import type { AccessSearch, ChangeSearch } from './accessSearch.js';
import { PrincipalDrawer } from './principalDrawer.js';
import { PrincipalName } from './principalPicker.js';
import { NewTokenDialog } from './tokenDialogs.js';

const columns: readonly Column<PrincipalLineFragment>[] = [
  { id: 'name', title: 'Name', cell: (principal) => <PrincipalName principal={principal} /> },
  {
    id: 'rights',
    title: 'Rights',
    width: '136px',
    cell: ({ isSuperuser }) =>
      isSuperuser && (
        <Badge tone="neutral" icon="key">
          Superuser
        </Badge>
      ),
  },
  {
    id: 'since',
    title: 'Added',
    width: '136px',
    isNumber: true,
    isWideOnly: true,
    cell: ({ createdAt }) => <span className={text.muted}>{formatTime(createdAt)}</span>,
  },
];

export function PrincipalsTab({ search, onSearch }: { search: AccessSearch; onSearch: ChangeSearch }) {
  const { q = '', type, open } = search;
  const whyOffline = useWhyOffline();
  const [isCreating, setIsCreating] = useState<'account' | 'group'>();
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(PrincipalListDocument, {
    variables: { filter: { ...(q !== '' && { search: q }), ...(type && { types: [type] }) } },
    pageIn: ({ principals }) => principals,
  });
  const at = nodes.findIndex(({ id }) => id === open);
  const stepTo = (index: number) => {
    const node = nodes[index];
    if (!node) return { why: 'The list ends here.' };
    return {
      onPress: () => {
        onSearch({ open: node.id });
      },
    };
  };
  return (
    <>
      <div className={layout.column}>
        <div className={layout.tools}>
          <SearchField
            label="Search by name"
            value={q}
            onChange={(value) => {
              onSearch({ q: value === '' ? undefined : value });
            }}
          />
          <Choice
            label="Type"
            value={type ?? 'ANY'}
            options={[
              { value: 'ANY', text: 'any' },
              { value: 'USER', text: 'users' },
              { value: 'SERVICE_ACCOUNT', text: 'service accounts' },
              { value: 'GROUP', text: 'groups' },
            ]}
            onChange={(value) => {
              onSearch({ type: value === 'ANY' ? undefined : value });
            }}
          />
          <span style={{ flex: 1 }} />
          <Button
            icon="plus"
            whyDisabled={whyOffline}
            onPress={() => {
              setIsCreating('group');
            }}
          >
            New group
          </Button>
          <Button
            icon="plus"
            whyDisabled={whyOffline}
            onPress={() => {
              setIsCreating('account');
            }}
          >
            New service account
          </Button>
        </div>
        {error && nodes.length === 0 && <ErrorState error={error} onRetry={refresh} />}
        {totalCount === undefined && !error && <SkeletonRows />}
        {totalCount === 0 && (
          <EmptyState title="Nothing matches">
            <p>Nobody fits the search and the filter.</p>
          </EmptyState>
        )}
        {totalCount !== undefined && totalCount > 0 && (
          <>
            <Table
              label="Principals"
              columns={columns}
              rows={nodes}
              totalCount={totalCount}
              keyOf={({ id }) => id}
              nameOf={({ name }) => name}
              openKey={open}
              onOpen={({ id }) => {
                onSearch({ open: id });
              }}
              hasMore={hasMore}
              onEnd={loadMore}
            />
            <TableFoot>
              {formatCount(nodes.length)} of {countOf(totalCount, 'principal')} loaded
            </TableFoot>
          </>
        )}
      </div>
      {open !== undefined && (
        <PrincipalDrawer
          key={open}
          id={open}
          previous={stepTo(at < 0 ? nodes.length : at - 1)}
          next={stepTo(at < 0 ? nodes.length : at + 1)}
          onChanged={refresh}
          onClose={() => {
            onSearch({ open: undefined });
          }}
        />
      )}
      {isCreating === 'account' && (
        <NewTokenDialog
          onCreated={refresh}
          onClose={() => {
            setIsCreating(undefined);
          }}
        />
      )}
      {isCreating === 'group' && (
        <GroupDialog
          onClose={() => {
            setIsCreating(undefined);
          }}
          onCreated={(id) => {
            refresh();
            onSearch({ open: id });
          }}
        />
      )}
    </>
  );
}

function GroupDialog({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) {
  const [name, setName] = useState('');
  const [claim, setClaim] = useState('');
  const { submit, problems } = useSubmit(CreateGroupDocument);
  return (
    <FormDialog
      title="New group"
      verb="Create group"
      whyDisabled={name.trim() === '' ? 'Enter a name first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const payload = await submit({ input: { name, ...(claim !== '' && { claim }) } });
        const principal = payload?.createGroup.principal;
        if (principal) onCreated(principal.id);
        return principal != null;
      }}
    >
      <TextField label="Name" value={name} onChange={setName} autoFocus isRequired />
      <TextField
        label="Value of the groups claim"
        value={claim}
        onChange={setClaim}
        placeholder={name}
        hint="Who signs in at the identity provider with this value is a member. It is the name unless given."
      />
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
