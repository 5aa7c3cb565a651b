import { setTimeout as pause } from 'node:timers/promises';
import { GraphqlClient } from './graphqlClient.js';
import type { TaskState } from './operationResults.js';
import { isEnded, subscribeToTask } from './taskSubscription.js';

/** A client of a running server, with a token that may do everything. */
export abstract class ServerClient extends GraphqlClient {
  /** The address of its database, as the server takes it. */
  abstract readonly database: string;

  /** A key that no other project of the server has. */
  abstract keyFor(name: string): string;

  /** A client of the same server with another token. */
  as(token: string): GraphqlClient {
    return new TokenClient(this, token);
  }

  subscribe(taskId: string): AsyncGenerator<TaskState, void, undefined> {
    return subscribeToTask({ url: this.url, token: this.token }, taskId);
  }

  /**
   * Waits until a task has ended, and gives its end. Asks, because updates come a tenth of a second apart and most tasks are shorter; asks
   * rarely, because a request costs the server as much as a small task.
   */
  async waitForTask(taskId: string): Promise<TaskState> {
    for (let pauseMs = 10; ; pauseMs = Math.min(2 * pauseMs, 80)) {
      await pause(pauseMs);
      const { task } = await this.operation('Task', { id: taskId });
      if (!task) throw new Error(`There is no task ${taskId}.`);
      if (isEnded(task)) return task;
    }
  }
}

class TokenClient extends GraphqlClient {
  constructor(
    private readonly server: ServerClient,
    readonly token: string,
  ) {
    super();
  }

  get url(): string {
    return this.server.url;
  }
}
