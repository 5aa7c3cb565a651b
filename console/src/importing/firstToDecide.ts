import { useEffect, useRef, useState } from 'react';
import type { PlanItemFragment } from '../api/operations.generated.js';
import type { Reached } from '../design/useReachedRow.js';
import { isToDecide, type OpenItems } from './openItems.js';

interface FirstToDecide extends Pick<OpenItems, 'setOpen'> {
  firstAsked: number;
  rows: readonly PlanItemFragment[];
  isLoaded: boolean;
  /** Takes the filters away; undefined when there are none. */
  onShowAll: (() => void) | undefined;
}

/** The first item that is to be decided, opened, each time it is asked for. Filters stay unless they hide all such items. */
export function useFirstToDecide({
  firstAsked,
  rows,
  isLoaded,
  setOpen,
  onShowAll,
}: FirstToDecide): Reached | undefined {
  const [reached, setReached] = useState<Reached>();
  const answered = useRef(firstAsked);
  useEffect(() => {
    if (answered.current === firstAsked || !isLoaded) return;
    const first = rows.find(isToDecide);
    if (!first && onShowAll) {
      onShowAll();
      return;
    }
    answered.current = firstAsked;
    if (!first) return;
    setOpen(first, true);
    setReached({ key: first.id, time: firstAsked });
  }, [firstAsked, rows, isLoaded, setOpen, onShowAll]);
  return reached;
}
