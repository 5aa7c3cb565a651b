import { sql } from '../../database/worker.js';
import { readNodes, type GraphNodeRow } from '../dependencies/worker.js';
import type { Problem } from '../../shared/problem.js';
import type { HeavyRead, WorkerContext, WorkSignals } from '../workers/index.js';
import { cyclesOfItems, type PreviewCycle } from './cyclesOfItems.js';
import { fillOrder } from './fillOrder.js';
import { previewBounds, type Counted, type ExportOrder } from './exportSelection.js';
import { unseenBy } from './leaveOutUnusable.js';
import { notCarried } from './notCarried.js';
import { PreviewPages, type PreviewItems, type PreviewPageInput } from './previewPages.js';
import { exportedItems } from './exportItems.js';
import { recordExpression } from './recordSql.js';
import { unknownExclusions } from './unknownNames.js';
import { findRequirements, type ExportRequirement, type UnresolvedEdge } from './requirements.js';

/** Parts of a preview that can be requested separately. Parts that are not requested are not computed. */
export type PreviewPart = 'byKind' | 'requirements' | 'unresolved' | 'cycles' | 'sizeBytes' | 'problems';

interface PreviewInput {
  order: ExportOrder;
  parts: readonly PreviewPart[];
  pages: readonly PreviewPageInput[];
}

export interface PreviewRequirement extends ExportRequirement {
  requiredByCount: number;
}

/** Parts that were not requested are empty. */
export interface PreviewAnswer {
  byKind: { kind: string; count: number }[];
  requirements: Counted<PreviewRequirement>;
  unresolved: Counted<UnresolvedEdge>;
  cycles: Counted<PreviewCycle>;
  sizeBytes: number;
  problems: Problem[];
  /** In the order of the requests. */
  pages: PreviewItems[];
  /** Every resource that another part refers to by id. */
  nodes: GraphNodeRow[];
}

export const exportPreviewCall: HeavyRead<PreviewInput, PreviewAnswer> = {
  name: 'exporting.preview',
  isRead: true,
  isHeavy: true,
  run: (context, question, signals) => context.connection.snapshot(() => preview(context, question, signals)),
};

async function preview(
  context: WorkerContext,
  { order, parts, pages: wishes }: PreviewInput,
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<PreviewAnswer> {
  const { graph, problems: faults } = await fillOrder(context, order, signals);
  const problems = [...faults, ...(await unknownExclusions(context, order.selection))];
  const wants = (...names: PreviewPart[]) => names.some((name) => parts.includes(name));
  if (problems.length === 0 && wants('problems')) problems.push(...(await notCarried(context, order, signals)));
  const pages: PreviewItems[] = [];
  const reader = new PreviewPages(context, graph);
  for (const wish of wishes) pages.push(await reader.read(wish));
  const named = wants('requirements', 'unresolved')
    ? await findRequirements(context, await unseenBy(context, order.selection))
    : { requirements: [], unresolved: [] };
  const requirements = named.requirements.slice(0, previewBounds.requirements).map(withFirstRequiring);
  const unresolved = named.unresolved.slice(0, previewBounds.unresolved);
  const cycles = wants('cycles')
    ? await cyclesOfItems(context, { maxCycles: previewBounds.cycles, maxNodes: previewBounds.cycleNodes })
    : { total: 0, first: [] };
  const mentioned = new Set([
    ...pages.flatMap(({ items }) => items.flatMap(({ id, reason }) => [id, ...reason])),
    ...requirements.flatMap(({ requiredByIds }) => requiredByIds),
    ...unresolved.map(({ sourceId }) => sourceId),
    ...cycles.first.flatMap(({ nodeIds }) => nodeIds),
  ]);
  return {
    byKind: wants('byKind') ? await countByKind(context) : [],
    requirements: { total: named.requirements.length, first: requirements },
    unresolved: { total: named.unresolved.length, first: unresolved },
    cycles,
    sizeBytes: wants('sizeBytes') ? await sizeOf(context) : 0,
    problems,
    pages,
    nodes: await readNodes(context, [...mentioned]),
  };
}

function withFirstRequiring(requirement: ExportRequirement): PreviewRequirement {
  const { requiredByIds } = requirement;
  return {
    ...requirement,
    requiredByIds: requiredByIds.slice(0, previewBounds.requiredBy),
    requiredByCount: requiredByIds.length,
  };
}

function countByKind({ connection }: WorkerContext): Promise<{ kind: string; count: number }[]> {
  return connection.all(sql`SELECT kind, count(*) AS count FROM export_item GROUP BY kind ORDER BY min(place)`);
}

/** The size of the records and the line breaks. The header, with all that is required, is not in it. */
async function sizeOf({ connection }: WorkerContext): Promise<number> {
  const row = await connection.get<{ size: number | null }>(
    sql`SELECT sum(octet_length(${recordExpression}) + 2) AS size
     FROM ${exportedItems}`,
  );
  return row?.size ?? 0;
}
