import type { WaybillClient } from '../../../client/index.js';

/** A client of the server that a command has chosen, and what a person adds to another command so that it chooses the same. */
export interface ServerClient extends WaybillClient {
  /** `--profile live`, for example; empty if a command without options goes to this server. */
  readonly reachedBy: string;
}

/** Where the console of the server is. */
export function consoleAddress({ url }: Pick<ServerClient, 'url'>): string {
  return url.replace(/\/graphql$/, '');
}

/** A command that a person can run as it is written: it goes to the server of the client. */
export function commandAt({ reachedBy }: Pick<ServerClient, 'reachedBy'>, words: string): string {
  return `waybill ${words}${reachedBy === '' ? '' : ` ${reachedBy}`}`;
}
