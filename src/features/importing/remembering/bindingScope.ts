import type { BindingScope } from '../../bindings/worker.js';
import type { PlanRow } from '../tables/planRows.js';

/** Whose names a plan may remember and propose; undefined if the file does not state its source project. */
export function scopeOf(plan: PlanRow): BindingScope | undefined {
  const { targetProjectId, sourceInstanceId, sourceProjectId, sourceProjectKey, sourceProjectName } = plan;
  if (sourceProjectId === null) return undefined;
  return {
    projectId: targetProjectId,
    source: {
      instanceId: sourceInstanceId,
      projectId: sourceProjectId,
      key: sourceProjectKey,
      name: sourceProjectName,
    },
  };
}
