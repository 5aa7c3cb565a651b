import type { Problem } from '../../shared/problem.js';
import type { Graph } from '../dependencies/worker.js';
import type { WorkerContext, WorkSignals } from '../workers/index.js';
import { collectExport } from './collectExport.js';
import { fillWithBranch, fillWithNodes, type ExportNode } from './exportItems.js';
import { leaveOutUnusable } from './leaveOutUnusable.js';
import { isWholeBranch, type ExportSelection } from './exportSelection.js';
import { nothingSelected } from './nothingSelected.js';
import { selectRoots } from './selectRoots.js';

/** The result of filling `export_item`. */
export interface FilledItems {
  /** How the items were reached; null if all of them are selected. */
  graph: Graph | null;
  totalCount: number;
  /** Why the export is empty or incomplete. */
  problems: Problem[];
}

/** Fills `export_item` in the fastest way that the selection allows. Call it inside a snapshot. */
export async function fillItems(
  context: WorkerContext,
  asked: ExportSelection,
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<FilledItems> {
  const { selection, problems: forbidden } = await leaveOutUnusable(context, asked);
  if (forbidden.length > 0) return { ...(await fillWithNothing(context)), problems: forbidden };
  if (isWholeBranch(selection)) return orNothing(await fillWithBranch(context, selection), []);
  if (selection.includeDependencies) {
    const { graph, problems } = await collectExport(context, selection, signals);
    return { graph, totalCount: graph.nodeIds.length, problems };
  }
  const { rootIds, problems } = await selectRoots(context, selection);
  await fillWithNodes(context, rootIds.map(selected));
  return orNothing(rootIds.length, problems);
}

export async function fillWithNothing(context: WorkerContext): Promise<Pick<FilledItems, 'graph' | 'totalCount'>> {
  await fillWithNodes(context, []);
  return { graph: null, totalCount: 0 };
}

function selected(id: string): ExportNode {
  return { id, depth: 0, inclusion: 'SELECTED' };
}

function orNothing(totalCount: number, problems: Problem[]): FilledItems {
  const isEmpty = totalCount === 0 && problems.length === 0;
  return { graph: null, totalCount, problems: isEmpty ? [nothingSelected()] : problems };
}
