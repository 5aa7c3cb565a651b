/** Converts the result of a worker into the types of the schema. */
import { pageOf, type Page, type PageRequest } from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import { toResource } from '../dependencies/index.js';
import { kindTypeOf, type KindRegistry } from '../kinds/index.js';
import type { Resource } from '../resources/index.js';
import type { PreviewAnswer } from './exportPreview.call.js';
import type { ExportItem, ExportPreview } from './exportPreview.type.js';
import type { PreviewItem, PreviewItems } from './previewPages.js';

/** The parts of a preview without pages. */
export type PreviewFacts = {
  [Name in Exclude<keyof ExportPreview, 'prepared'>]: Awaited<ReturnType<ExportPreview[Name]>>;
};

/** A page of items before they are converted. */
export interface DescribedPage {
  page: Page<PreviewItem>;
  items: ExportItem[];
}

/** Finds the resources of a result by id. */
export class PreviewNodes {
  private readonly resourceById: ReadonlyMap<string, Resource>;

  constructor({ nodes }: Pick<PreviewAnswer, 'nodes'>) {
    this.resourceById = new Map(nodes.map((row) => [row.id, toResource(row)]));
  }

  at(id: string): Resource {
    const resource = this.resourceById.get(id);
    if (!resource) throw AppError.internal('A resource of the preview is missing from its own snapshot.');
    return resource;
  }

  all(ids: readonly string[]): Resource[] {
    return ids.map((id) => this.at(id));
  }
}

export function describeFacts(kinds: KindRegistry, answer: PreviewAnswer, nodes: PreviewNodes): PreviewFacts {
  const { byKind, requirements, unresolved, cycles, problems, sizeBytes } = answer;
  return {
    byKind: byKind.map(({ kind, count }) => ({ kind: kindTypeOf(kinds.get(kind)), count })),
    requirements: requirements.first.map(({ requiredByIds, ...requirement }) => ({
      ...requirement,
      requiredBy: nodes.all(requiredByIds),
    })),
    requirementCount: requirements.total,
    unresolved: unresolved.first.map(({ sourceId, ...place }) => ({ ...place, source: nodes.at(sourceId) })),
    unresolvedCount: unresolved.total,
    cycles: cycles.first.map(({ nodeIds, nodeCount }) => ({ nodes: nodes.all(nodeIds), nodeCount })),
    cycleCount: cycles.total,
    problems,
    sizeBytes,
  };
}

export function describePage(
  { items, totalCount }: PreviewItems,
  request: PageRequest,
  nodes: PreviewNodes,
): DescribedPage {
  const page = pageOf(items, request, { cursorOf: ({ cursor }) => cursor, count: () => Promise.resolve(totalCount) });
  const described = page.nodes.map(({ id, inclusion, reason }) => ({
    ...{ resource: nodes.at(id), inclusion },
    reason: nodes.all(reason),
  }));
  return { page, items: described };
}
