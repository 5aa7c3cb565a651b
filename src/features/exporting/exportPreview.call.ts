import { findCycles, readNodes, type GraphNodeRow } from '../dependencies/worker.js';
import type { Problem } from '../../shared/problem.js';
import type { HeavyRead, WorkerContext } from '../workers/index.js';
import { collectExport } from './collectExport.js';
import type { ExportSelection, Inclusion } from './exportSelection.js';
import { leaveOutUnusable, unseenBy } from './leaveOutUnusable.js';
import { recordExpression } from './recordSql.js';
import { findRequirements, type ExportRequirement, type UnresolvedEdge } from './requirements.js';

export interface ExportPreviewAnswer {
  /** Every resource that is mentioned; the items first, in the order of `inclusions`. */
  nodes: GraphNodeRow[];
  inclusions: Inclusion[];
  /** For each item the index of the item that it was first reached from; its own for a selected one. */
  reachedFrom: number[];
  requirements: ExportRequirement[];
  unresolved: UnresolvedEdge[];
  cycles: number[][];
  sizeBytes: number;
  problems: Problem[];
}

export const exportPreviewCall: HeavyRead<ExportSelection, ExportPreviewAnswer> = {
  name: 'exporting.preview',
  isRead: true,
  isHeavy: true,
  run: (context, asked, signals) =>
    context.connection.snapshot(async () => {
      const { selection, problems: forbidden } = await leaveOutUnusable(context, asked);
      const { graph, inclusions, problems } = await collectExport(context, selection, signals);
      const { requirements, unresolved } = await findRequirements(context, await unseenBy(context, asked));
      return {
        nodes: await readNodes(context, graph.nodeIds),
        inclusions,
        reachedFrom: graph.reachedFrom,
        requirements,
        unresolved,
        cycles: findCycles(graph),
        sizeBytes: await sizeOf(context),
        problems: [...forbidden, ...problems],
      };
    }),
};

/** The records of the file and the line breaks between them; the header comes to some hundred bytes more. */
async function sizeOf({ connection }: WorkerContext): Promise<number> {
  const row = await connection.get<{ size: number | null }>(
    `SELECT sum(octet_length(${recordExpression(connection)}) + 2) AS size
     FROM export_item x JOIN resource r ON r.id = x.id JOIN content c ON c.id = r.content_id`,
  );
  return row?.size ?? 0;
}
