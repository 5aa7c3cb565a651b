import { AppError } from '../../shared/appError.js';
import { toResource } from '../dependencies/index.js';
import { kindTypeOf, type KindRegistry } from '../kinds/index.js';
import type { Resource } from '../resources/index.js';
import type { ExportPreview, KindCount } from './export.type.js';
import type { ExportPreviewAnswer } from './exportPreview.call.js';

const maxReasonLength = 50;

/** Turns a worker's answer into what the schema shows. */
export function describePreview(kinds: KindRegistry, answer: ExportPreviewAnswer): ExportPreview {
  const resources = answer.nodes.map(toResource);
  const resourceById = new Map(resources.map((resource) => [resource.id, resource]));
  const byId = (id: string) => resourceById.get(id) ?? gone();
  const at = (index: number) => resources[index] ?? gone();
  return {
    items: answer.inclusions.map((inclusion, index) => ({
      resource: at(index),
      inclusion,
      reason: () => wayTo(answer.reachedFrom, index).map(at),
    })),
    byKind: countByKind(kinds, resources),
    requirements: answer.requirements.map(({ requiredByIds, ...requirement }) => ({
      ...requirement,
      requiredBy: requiredByIds.map(byId),
    })),
    unresolved: answer.unresolved.map(({ sourceId, ...place }) => ({ ...place, source: byId(sourceId) })),
    cycles: answer.cycles.map((members) => ({ nodes: members.map(at) })),
    problems: answer.problems,
    sizeBytes: answer.sizeBytes,
  };
}

function gone(): never {
  throw AppError.internal('A resource of the preview is missing from its own snapshot.');
}

function countByKind(kinds: KindRegistry, resources: readonly Resource[]): KindCount[] {
  const countByName = new Map<string, number>();
  for (const { kindName } of resources) countByName.set(kindName, (countByName.get(kindName) ?? 0) + 1);
  return [...countByName].map(([name, count]) => ({ kind: kindTypeOf(kinds.get(name)), count }));
}

/** From the selected resource to the one that needs this; see `ExportItem.reason` for long ways. */
function wayTo(reachedFrom: readonly number[], index: number): number[] {
  const way: number[] = [];
  for (let node = index; reachedFrom[node] !== node; node = reachedFrom[node] ?? node)
    way.push(reachedFrom[node] ?? node);
  if (way.length > maxReasonLength) way.splice(maxReasonLength - 1, way.length - maxReasonLength);
  return way.reverse();
}
