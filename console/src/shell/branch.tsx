/** The branch that the screens below an address `/p/<project>/<branch>` show. */
import { createContext, useContext, useEffect, useRef } from 'react';
import { BranchUpdatesDocument, type ShellQuery } from '../api/operations.generated.js';
import { useSubscription } from '../api/requests.js';

export type ShownBranch = NonNullable<ShellQuery['branch']>;

export const BranchContext = createContext<ShownBranch | undefined>(undefined);

export function useBranch(): ShownBranch {
  const branch = useContext(BranchContext);
  if (!branch) throw new Error('This screen shows a branch, and there is none in its address.');
  return branch;
}

/** Calls `onChange` whenever the branch has changed after it was first seen, and when it is deleted. */
export function useBranchChanges(branchId: string, onChange: () => void): void {
  const seen = useRef<number>(undefined);
  useEffect(() => {
    seen.current = undefined;
  }, [branchId]);
  useSubscription(
    BranchUpdatesDocument,
    { branchId },
    {
      onNext: ({ branchChanged: { version } }) => {
        if (seen.current !== undefined && version !== seen.current) onChange();
        seen.current = version;
      },
      // It ends when the branch is deleted: who asks again is told so.
      onEnd: onChange,
    },
  );
}
