import type { Problem } from '../../shared/problem.js';
import type { WorkerContext, WorkSignals } from '../workers/index.js';
import { collectExport } from './collectExport.js';
import { fillWithBranch, fillWithNodes } from './exportItems.js';
import { leaveOutUnusable } from './leaveOutUnusable.js';
import { isWholeBranch, type ExportSelection } from './exportSelection.js';
import { nothingSelected } from './nothingSelected.js';
import { selectRoots } from './selectRoots.js';

/** Fills the table of what an export holds, in the shortest way that the selection allows. Called inside a snapshot. */
export async function fillItems(
  context: WorkerContext,
  asked: ExportSelection,
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<{ totalCount: number; problems: Problem[] }> {
  const { selection, problems: forbidden } = await leaveOutUnusable(context, asked);
  if (forbidden.length > 0) return { totalCount: 0, problems: forbidden };
  if (isWholeBranch(selection)) return orNothing(await fillWithBranch(context, selection), []);
  if (selection.includeDependencies) {
    const { graph, problems } = await collectExport(context, selection, signals);
    return { totalCount: graph.nodeIds.length, problems };
  }
  const { rootIds, problems } = await selectRoots(context, selection);
  await fillWithNodes(context, rootIds);
  return orNothing(rootIds.length, problems);
}

function orNothing(totalCount: number, problems: Problem[]): { totalCount: number; problems: Problem[] } {
  return { totalCount, problems: totalCount === 0 && problems.length === 0 ? [nothingSelected()] : problems };
}
