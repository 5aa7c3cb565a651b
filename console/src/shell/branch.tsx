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
  // It ends when the branch is deleted: who asks again is told so.
  const update = useSubscription(BranchUpdatesDocument, { branchId }, { onEnd: onChange });
  const version = update?.branchChanged.version;
  const seen = useRef<number>(undefined);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (version !== undefined && seen.current !== undefined && version !== seen.current) latest.current();
    seen.current = version ?? seen.current;
  }, [version]);
}
