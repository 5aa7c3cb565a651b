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

  /** Waits until a task has ended, and gives its end. */
  async waitForTask(taskId: string): Promise<TaskState> {
    for await (const state of this.subscribe(taskId)) if (isEnded(state)) return state;
    throw new Error(`The updates of task ${taskId} ended before the task did.`);
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
