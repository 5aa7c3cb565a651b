import { createRoute, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorState, SkeletonRows } from '../design/states.js';
import { BranchContext, useBranchChanges } from './branch.js';
import { NotFound } from './notFound.js';
import { rootRoute } from './rootRoute.js';
import { useShell } from './useShell.js';
import { keepsUploadedFile, UploadedFileContext } from './uploadedFile.js';

/** Above the screens of a branch. */
export const branchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/p/$projectKey/$branchName',
  component: BranchScreens,
});

function BranchScreens() {
  const [uploadedFile] = useState(keepsUploadedFile);
  const { data, error, isLoading, refresh } = useShell(branchRoute.useParams());
  if (error && !data) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return isLoading ? <SkeletonRows /> : <NotFound />;
  if (!data.branch) return <NotFound />;
  return (
    <BranchContext value={data.branch}>
      <Watch branchId={data.branch.id} onChange={refresh} />
      <UploadedFileContext value={uploadedFile}>
        <Outlet />
      </UploadedFileContext>
    </BranchContext>
  );
}

/** Keeps the counts of the branch true while others work on it. */
function Watch({ branchId, onChange }: { branchId: string; onChange: () => void }) {
  useBranchChanges(branchId, onChange);
  return null;
}
