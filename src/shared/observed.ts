/**
 * What happens in this server, told to whoever observes it, such as the metrics. A part tells and knows no observer; without one, that
 * costs next to nothing. An observer must not throw: Node ends the process then. Each thread has channels of its own, and only those of
 * the API thread are observed.
 */
import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';

/** A task that ended, and the counts of its end by name. */
export interface EndedTask {
  type: string;
  status: string;
  /** The code of a failure, if it has one. */
  code?: string | undefined;
  counts: Readonly<Record<string, number | null | undefined>>;
  /** How long it ran; undefined if it did not run on this server. */
  seconds?: number;
}

/** An attempt to deliver a callback, after it was written. */
export interface CallbackAttempt {
  outcome: 'DELIVERED' | 'FAILED';
  /** Whether no further attempt follows. */
  isLast: boolean;
}

/** An answer of GraphQL, over HTTP or WebSocket. An event of a subscription is one too. */
export interface GivenAnswer {
  /** `query`, `mutation` or `subscription`; undefined if the document has no such operation. */
  type: string | undefined;
  /** `PARTIAL`: with data and with errors. */
  outcome: 'COMPLETE' | 'PARTIAL' | 'ERROR';
  seconds: number;
}

/** A request with a file. */
export interface SeenUpload {
  /** `REFUSED`: with a status of 400 or more. `BROKEN`: the connection ended before the answer. */
  outcome: 'ANSWERED' | 'REFUSED' | 'BROKEN';
  /** What arrived of it. */
  bytes: number;
}

/** What can be listened to. */
export class Observed<Told> {
  private readonly name;
  private readonly channel;

  constructor(name: string) {
    this.name = `waybill:${name}`;
    this.channel = channel(this.name);
  }

  get isObserved(): boolean {
    return this.channel.hasSubscribers;
  }

  tell(what: Told): void {
    if (this.channel.hasSubscribers) this.channel.publish(what);
  }

  /** Returns a function that stops it. */
  listen(listener: (what: Told) => void): () => void {
    const subscriber = (what: unknown) => {
      listener(what as Told);
    };
    subscribe(this.name, subscriber);
    return () => {
      unsubscribe(this.name, subscriber);
    };
  }
}

export const observed = {
  taskEnded: new Observed<EndedTask>('task-ended'),
  callbackAttempted: new Observed<CallbackAttempt>('callback-attempted'),
  answered: new Observed<GivenAnswer>('answered'),
  /** The code of an error that a request was answered with, or of a denied mutation. */
  refused: new Observed<string>('refused'),
  uploadSeen: new Observed<SeenUpload>('upload-seen'),
  /** How long somebody waited for a connection to the database, in seconds. */
  connectionTaken: new Observed<number>('connection-taken'),
};
