/** The branch that the screens below an address `/p/<project>/<branch>` show. */
import { createContext, useContext, useRef } from 'react';
import { BranchUpdatesDocument, type ShellQuery } from '../api/operations.generated.js';
import { useSubscription } from '../api/requests.js';

export type ShownBranch = NonNullable<ShellQuery['branch']>;

export const BranchContext = createContext<ShownBranch | undefined>(undefined);

export function useBranch(): ShownBranch {
  const branch = useContext(BranchContext);
  if (!branch) throw new Error('This screen shows a branch, and there is none in its address.');
  return branch;
}

/** Calls `onChange` whenever the branch has changed since what is shown was asked for, and when it is deleted. */
export function useBranchChanges(branchId: string, onChange: () => void): void {
  const branch = useContext(BranchContext);
  // The first message may come after the first change: it is held against the branch as it was before the screens asked for anything.
  const version = branch?.id === branchId ? branch.version : undefined;
  const seen = useRef({ branchId, version });
  if (seen.current.branchId !== branchId) seen.current = { branchId, version };
  useSubscription(
    BranchUpdatesDocument,
    { branchId },
    {
      onNext: ({ branchChanged: { version: present } }) => {
        const { version: before } = seen.current;
        seen.current = { branchId, version: present };
        if (before !== undefined && present !== before) onChange();
      },
      // It ends when the branch is deleted: who asks again is told so.
      onEnd: onChange,
    },
  );
}
