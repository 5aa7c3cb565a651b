/** Checks the whole database, when a person asks for it. */
import { createRoute } from '@tanstack/react-router';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { DatabaseCheckDocument, type DatabaseCheckQuery } from '../api/operations.generated.js';
import { useWhyOffline } from '../api/connection.js';
import { useRequests } from '../api/requests.js';
import { Button } from '../design/button.js';
import { countOf, formatDuration, formatTime } from '../design/format.js';
import { PageHead, Scroll } from '../design/page.js';
import { Progress } from '../design/progress.js';
import { EmptyState, ErrorState, Note, ProblemList } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { rootRoute } from '../shell/rootRoute.js';

export const checkRoute = createRoute({ getParentRoute: () => rootRoute, path: '/check', component: CheckPage });

type Check =
  | { state: 'none' | 'running' }
  | { state: 'failed'; error: CombinedError }
  | { state: 'done'; result: DatabaseCheckQuery['verifyDatabase']; at: string; tookMs: number };

function CheckPage() {
  const [check, setCheck] = useState<Check>({ state: 'none' });
  const whyOffline = useWhyOffline();
  const { ask } = useRequests();
  const run = async () => {
    setCheck({ state: 'running' });
    const begin = Date.now();
    try {
      const { verifyDatabase: result } = await ask(DatabaseCheckDocument, {});
      setCheck({ state: 'done', result, at: new Date(begin).toISOString(), tookMs: Date.now() - begin });
    } catch (error) {
      setCheck({ state: 'failed', error: error as CombinedError });
    }
  };
  const whyNot = check.state === 'running' ? 'The check is running.' : whyOffline;
  const button = (
    <Button look="primary" icon="database" whyDisabled={whyNot} onPress={() => void run()}>
      {check.state === 'none' ? 'Check the database' : 'Check again'}
    </Button>
  );
  return (
    <>
      <PageHead
        title="Database check"
        facts={check.state === 'done' && `${formatTime(check.at)}, took ${formatDuration(check.tookMs)}`}
      >
        {check.state !== 'none' && button}
      </PageHead>
      {check.state === 'none' && (
        <EmptyState title="Is everything as it should be?">
          <p className={text.muted}>
            The check reads the whole database: identities, pointers, digests, edges and files. It changes nothing, and
            takes a while where there is much.
          </p>
          {button}
        </EmptyState>
      )}
      {check.state === 'running' && (
        <div className={`${layout.padded ?? ''} ${layout.stack ?? ''}`} role="status">
          <p>Reads every resource, edge and file.</p>
          <Progress label="Database check" />
        </div>
      )}
      {check.state === 'failed' && <ErrorState error={check.error} onRetry={() => void run()} />}
      {check.state === 'done' && <Result result={check.result} />}
    </>
  );
}

function Result({ result }: { result: DatabaseCheckQuery['verifyDatabase'] }) {
  const { isSound, contentCount, fileCount, problems } = result;
  const errors = problems.filter(({ severity }) => severity === 'ERROR').length;
  return (
    <Scroll label="Result of the check">
      <div className={layout.stackWide} role="status">
        <Note tone={isSound ? 'create' : 'blocked'} icon={isSound ? 'check' : 'block'}>
          <p>
            <strong>{isSound ? 'The database is sound.' : `${countOf(errors, 'error')} found.`}</strong>
          </p>
          <p className={text.muted}>
            {countOf(contentCount, 'content')} and {countOf(fileCount, 'file')} were checked.
          </p>
        </Note>
        <ProblemList problems={problems} label="Findings" />
      </div>
    </Scroll>
  );
}
