import type { AnswerError } from './graphqlClient.js';
import { socketAnswer } from './socketAnswer.js';
import type { ServerClient } from './serverClient.js';

/** What is sent as an operation. */
export interface SentOperation {
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

/** What came back; a WebSocket has no status. */
export interface LimitAnswer {
  status?: number;
  data?: unknown;
  errors?: AnswerError[] | undefined;
}

/** Sends any JSON. */
export async function postJson(server: ServerClient, sent: unknown): Promise<LimitAnswer> {
  const headers = { 'content-type': 'application/json', ...server.authorization };
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(sent) });
  return { status: response.status, ...((await response.json()) as object) };
}

type Way = (server: ServerClient, sent: SentOperation) => Promise<LimitAnswer>;

/** Both ways to the server, for `describe.each`. */
export const bothWays: [string, Way][] = [
  ['HTTP', (server, sent) => postJson(server, sent)],
  ['WebSocket', (server, sent) => socketAnswer(server, sent)],
];

/** Over HTTP a refusal is a bad request; it has one code, one sentence and nothing else. */
export function expectRefusal({ status, data, errors }: LimitAnswer, code: string, sentence: RegExp): void {
  expect(data).toBeUndefined();
  expect(status ?? 400).toBe(400);
  const refusals = errors?.filter(({ extensions }) => extensions['code'] === code) ?? [];
  expect(refusals).toHaveLength(1);
  expect(refusals[0]?.message).toMatch(sentence);
  expect(refusals[0]?.extensions).toEqual({ code });
}
