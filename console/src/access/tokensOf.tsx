/** The tokens of one principal. */
import { useState } from 'react';
import { TokenListDocument, type TokenLineFragment } from '../api/operations.generated.js';
import { useWhyOffline } from '../api/connection.js';
import { usePages } from '../api/usePages.js';
import { Button } from '../design/button.js';
import { DrawerGroup } from '../design/drawer.js';
import drawer from '../design/drawer.module.css';
import { Line, Lines } from '../design/section.js';
import { SkeletonRows, sentenceOf } from '../design/states.js';
import text from '../design/text.module.css';
import { NewTokenDialog, RevokeTokenDialog, tokenState, whyEnded } from './tokenDialogs.js';

export function TokensOf({ principal }: { principal: { id: string; name: string } }) {
  const whyOffline = useWhyOffline();
  const [isCreating, setIsCreating] = useState(false);
  const [revoked, setRevoked] = useState<TokenLineFragment>();
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(TokenListDocument, {
    variables: { principalId: principal.id },
    pageIn: ({ tokens }) => tokens,
    pageSize: 20,
  });
  return (
    <>
      <DrawerGroup title="Tokens">
        <Button
          isSmall
          icon="plus"
          whyDisabled={whyOffline}
          onPress={() => {
            setIsCreating(true);
          }}
        >
          New token
        </Button>
      </DrawerGroup>
      <div className={drawer.body}>
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {totalCount === undefined && !error && <SkeletonRows count={2} />}
        {totalCount === 0 && <p className={text.muted}>No token yet.</p>}
        <Lines label="Tokens">
          {nodes.map((token) => (
            <Line key={token.id} main={token.name}>
              <span className={text.muted}>{tokenState(token)}</span>
              <Button
                look="quiet"
                isSmall
                icon="close"
                label={`Revoke ${token.name}`}
                whyDisabled={whyOffline ?? whyEnded(token)}
                onPress={() => {
                  setRevoked(token);
                }}
              />
            </Line>
          ))}
        </Lines>
        {hasMore && (
          <Button isSmall onPress={loadMore}>
            Show more
          </Button>
        )}
      </div>
      {isCreating && (
        <NewTokenDialog
          owner={principal}
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
    </>
  );
}
