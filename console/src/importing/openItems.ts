/** Which items of a plan stand open, and which of them show their whole spec. */
import { useCallback, useState } from 'react';
import type { ImportAction, PlanItemFragment } from '../api/operations.generated.js';
import type { PlanItems } from './usePlanItems.js';

export interface OpenItems {
  isOpen: (item: PlanItemFragment) => boolean;
  setOpen: (item: PlanItemFragment, isOpen: boolean) => void;
  isSpecShown: (item: PlanItemFragment) => boolean;
  toggleSpec: (item: PlanItemFragment) => void;
}

/** `opensItself`: whether what is to be decided, or was when the list was loaded, stands open before a person has opened it. */
export function useOpenItems(opensItself: boolean, placeOf: PlanItems['placeOf']): OpenItems {
  const [openById, setOpenById] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [specIds, setSpecIds] = useState<ReadonlySet<string>>(new Set());
  const isOpen = useCallback(
    (item: PlanItemFragment) =>
      openById.get(item.id) ?? (opensItself && (isToDecide(item) || placeOf(item).actions.some(isOpenAction))),
    [openById, opensItself, placeOf],
  );
  const setOpen = useCallback(({ id }: PlanItemFragment, isOpenNow: boolean) => {
    setOpenById((last) => new Map(last).set(id, isOpenNow));
  }, []);
  const isSpecShown = useCallback(({ id }: PlanItemFragment) => specIds.has(id), [specIds]);
  const toggleSpec = useCallback(({ id }: PlanItemFragment) => {
    setSpecIds((last) => {
      const next = new Set(last);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  return { isOpen, setOpen, isSpecShown, toggleSpec };
}

export function isToDecide({ action }: PlanItemFragment): boolean {
  return isOpenAction(action);
}

function isOpenAction(action: ImportAction): boolean {
  return action === 'COLLISION' || action === 'BLOCKED';
}
