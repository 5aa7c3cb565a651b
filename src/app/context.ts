import { RequestLoaders } from '../graphql/index.js';
import type { DownloadContext } from '../features/files/index.js';
import type { PlanContext } from '../features/importing/index.js';
import type { BranchSubscriptionContext } from '../features/projects/index.js';
import type { TaskSubscriptionContext } from '../features/tasks/index.js';
import type { BegunSpan } from '../shared/spans.js';
import type { Services } from './services.js';

export type ServerContext = TaskSubscriptionContext &
  DownloadContext &
  PlanContext &
  BranchSubscriptionContext & {
    /** Of the operation; absent if it is not traced. */
    span?: BegunSpan;
  };

/** A new context for each request, or for each event of a subscription, because its loaders cache what they read. */
export function createContext(
  { taskUpdates, taskListUpdates, branchUpdates, signer, guard, answers }: Services,
  { publicUrl, session }: Pick<ServerContext, 'publicUrl' | 'session'>,
): ServerContext {
  const downloadable = (fileIds: readonly string[]) => guard.downloadable(fileIds, session);
  const seesAllOf: ServerContext['seesAllOf'] = (places) => guard.seesAllOf(places, session);
  const seesPlans: ServerContext['seesPlans'] = (plans) => guard.seesPlans(plans, session);
  const loaders = new RequestLoaders();
  const judges = { downloadable, seesAllOf, seesPlans };
  return {
    loaders,
    answer: answers.begin(),
    publicUrl,
    session,
    signer,
    taskUpdates,
    taskListUpdates,
    branchUpdates,
    ...judges,
  };
}
