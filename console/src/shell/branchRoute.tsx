import { createRoute, Outlet } from '@tanstack/react-router';
import { ShellDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { ErrorState, SkeletonRows } from '../design/states.js';
import { BranchContext, useBranchChanges } from './branch.js';
import { NotFound } from './notFound.js';
import { rootRoute } from './rootRoute.js';

/** Above the screens of a branch. */
export const branchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/p/$projectKey/$branchName',
  component: BranchScreens,
});

function BranchScreens() {
  const { data, error, isLoading, refresh } = useQuery(ShellDocument, branchRoute.useParams());
  if (error && !data) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return isLoading ? <SkeletonRows /> : <NotFound />;
  if (!data.branch) return <NotFound />;
  return (
    <BranchContext value={data.branch}>
      <Watch branchId={data.branch.id} onChange={refresh} />
      <Outlet />
    </BranchContext>
  );
}

/** Keeps the counts of the branch true while others work on it. */
function Watch({ branchId, onChange }: { branchId: string; onChange: () => void }) {
  useBranchChanges(branchId, onChange);
  return null;
}
