/** The tokens of all principals, newest first. */
import { useMemo, useState } from 'react';
import { TokenListDocument, type TokenLineFragment } from '../api/operations.generated.js';
import { useWhyOffline } from '../api/connection.js';
import { usePages } from '../api/usePages.js';
import { Badge } from '../design/badge.js';
import { Button } from '../design/button.js';
import { countOf, formatCount, formatTime } from '../design/format.js';
import { ErrorState, SkeletonRows } from '../design/states.js';
import { Table, TableFoot, type Column } from '../design/table.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { PrincipalName } from './principalPicker.js';
import { NewTokenDialog, RevokeTokenDialog, tokenState, whyEnded } from './tokenDialogs.js';

export function TokensTab() {
  const whyOffline = useWhyOffline();
  const [isCreating, setIsCreating] = useState(false);
  const [revoked, setRevoked] = useState<TokenLineFragment>();
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(TokenListDocument, {
    variables: {},
    pageIn: ({ tokens }) => tokens,
  });
  const columns = useMemo(() => columnsWith(setRevoked, whyOffline), [whyOffline]);
  return (
    <div className={layout.column}>
      <div className={layout.tools}>
        <span style={{ flex: 1 }} className={text.muted}>
          For a token of someone who is there already, open them in the list of users, service accounts and groups.
        </span>
        <Button
          icon="plus"
          whyDisabled={whyOffline}
          onPress={() => {
            setIsCreating(true);
          }}
        >
          New service account
        </Button>
      </div>
      {error && nodes.length === 0 && <ErrorState error={error} onRetry={refresh} />}
      {totalCount === undefined && !error && <SkeletonRows />}
      {totalCount !== undefined && (
        <>
          <Table
            label="Tokens"
            columns={columns}
            rows={nodes}
            totalCount={totalCount}
            keyOf={({ id }) => id}
            nameOf={({ name }) => name}
            hasMore={hasMore}
            onEnd={loadMore}
          />
          <TableFoot>
            {formatCount(nodes.length)} of {countOf(totalCount, 'token')} loaded
          </TableFoot>
        </>
      )}
      {isCreating && (
        <NewTokenDialog
          onCreated={refresh}
          onClose={() => {
            setIsCreating(false);
          }}
        />
      )}
      {revoked && (
        <RevokeTokenDialog
          token={revoked}
          onRevoked={refresh}
          onClose={() => {
            setRevoked(undefined);
          }}
        />
      )}
    </div>
  );
}

function columnsWith(
  onRevoke: (token: TokenLineFragment) => void,
  whyOffline: string | undefined,
): readonly Column<TokenLineFragment>[] {
  return [
    {
      id: 'name',
      title: 'Name',
      cell: ({ name, isSuperuser }) => (
        <span className={layout.row}>
          <span className={text.cut}>{name}</span>
          {isSuperuser && (
            <Badge tone="neutral" icon="key">
              Superuser
            </Badge>
          )}
        </span>
      ),
    },
    {
      id: 'owner',
      title: 'Belongs to',
      isWideOnly: true,
      cell: ({ principal }) => <PrincipalName principal={principal} />,
    },
    {
      id: 'created',
      title: 'Created',
      width: '128px',
      isNumber: true,
      isWideOnly: true,
      cell: ({ createdAt }) => <span className={text.muted}>{formatTime(createdAt)}</span>,
    },
    {
      id: 'state',
      title: 'State',
      width: '200px',
      isWideOnly: true,
      cell: (token) => <span className={text.muted}>{tokenState(token)}</span>,
    },
    {
      id: 'doings',
      title: 'Options',
      head: <span className={text.hidden}>Options</span>,
      width: '104px',
      isNumber: true,
      isDoings: true,
      cell: (token) => (
        <Button
          isSmall
          label={`Revoke ${token.name}`}
          whyDisabled={whyOffline ?? whyEnded(token)}
          onPress={() => {
            onRevoke(token);
          }}
        >
          Revoke
        </Button>
      ),
    },
  ];
}
