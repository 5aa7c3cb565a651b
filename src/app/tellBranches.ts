import { branchTopic } from '../features/projects/index.js';
import type { WorkerCall, Workers } from '../features/workers/index.js';
import type { RedisLink } from '../redis/redisLink.js';

/** Workers that tell all processes when a branch may have changed: after each call that may have written, and after each task. */
export function tellBranches(workers: Workers, redis: Pick<RedisLink, 'tell'>): Workers {
  const tell = () => {
    redis.tell(branchTopic, null);
  };
  return {
    warmUp: () => {
      workers.warmUp();
    },
    callHeavy: (call, args, principalId) => workers.callHeavy(call, args, principalId),
    call: async (call, args) => {
      const result = await workers.call(call, args);
      if (call.isRead !== true) tell();
      return result;
    },
    start: <Args, Result>(call: WorkerCall<Args, Result>, args: Args, onProgress: (progress: unknown) => void) => {
      const work = workers.start(call, args, onProgress);
      // Its caller looks at the result.
      void work.result.then(tell, () => undefined);
      return work;
    },
  };
}
