import { useEffect, useRef } from 'react';
import { PlanPrerequisitesDocument, type PlanPrerequisitesQuery } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';

export type ShownPrerequisite = NonNullable<PlanPrerequisitesQuery['importPlan']>['prerequisites']['nodes'][number];

/** The server returns candidates for this many missing prerequisites of a page. */
const withCandidates = 200;

/** What the items of a plan need and the file does not bring; missing ones come first. */
export function usePrerequisites(planId: string, version: string, isPaused = false) {
  const { data, error, refresh } = useQuery(
    PlanPrerequisitesDocument,
    { id: planId, first: withCandidates },
    { isPaused, policy: 'cache-and-network' },
  );
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== version && !isPaused) refresh();
    seen.current = version;
  }, [version, isPaused, refresh]);
  const page = data?.importPlan?.prerequisites;
  const all = page?.nodes ?? [];
  return { all, open: all.filter(isOpen), totalCount: page?.totalCount, error, refresh };
}

/** Whether it asks for a choice. */
export function isOpen(prerequisite: ShownPrerequisite): boolean {
  const { isPresent, isAuthorized, missingVersions, missingTenants } = prerequisite;
  return !isPresent || !isAuthorized || missingVersions.length > 0 || missingTenants.length > 0;
}
