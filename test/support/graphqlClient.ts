import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { refuseUndeclared } from './declaredCodes.js';
import { operationDocument, type OperationName, type ResultOf, type VariablesOf } from './operationResults.js';

/** One of `errors[]`. */
export interface AnswerError {
  message: string;
  path?: (string | number)[];
  extensions: Record<string, unknown>;
}

/** What came back over HTTP. */
export interface GraphqlAnswer {
  status: number;
  data: Record<string, unknown> | null | undefined;
  errors: AnswerError[] | undefined;
}

/** The content of an upload, or where it stands on the disk. */
export type UploadContent = string | Buffer | { path: string };

/** The input of `stageImport` without its file, and what the upload says of the file. */
export interface UploadInput extends Record<string, unknown> {
  branchId: string;
  fileName?: string;
  mediaType?: string;
}

/** How an upload is asked for: by another document than `StageImport`, or with other headers. */
interface UploadRequest {
  document?: string;
  headers?: Record<string, string>;
}

const preflight = { 'apollo-require-preflight': 'true' };

type Variables = Record<string, unknown>;

/** The variables of an operation; they may be left out when none has to be given. */
type Given<Name extends OperationName> =
  Record<string, never> extends VariablesOf<Name> ? [variables?: VariablesOf<Name>] : [variables: VariablesOf<Name>];

/** Talks GraphQL to a server over HTTP. */
export abstract class GraphqlClient {
  /** Address of the server, without a path. */
  abstract readonly url: string;

  /** What it shows as its credential. */
  abstract readonly token: string;

  /** The header that shows it. */
  get authorization(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }

  /** Sends any document and gives the whole answer, errors too. */
  async query(document: string, variables: Variables = {}): Promise<GraphqlAnswer> {
    const body = JSON.stringify({ query: document, variables });
    return this.send({ document, body, headers: { 'content-type': 'application/json' } });
  }

  /** Runs an operation of operations.graphql, by name; throws when there are errors. */
  async operation<Name extends OperationName>(name: Name, ...given: Given<Name>): Promise<ResultOf<Name>> {
    return dataOf(name, await this.query(operationDocument(name), given[0])) as ResultOf<Name>;
  }

  /** Runs an operation that is expected to fail, and gives its errors. */
  async operationErrors(name: OperationName, variables: Variables = {}): Promise<AnswerError[]> {
    return (await this.query(operationDocument(name), variables)).errors ?? [];
  }

  /** Runs `StageImport` as a GraphQL multipart request; throws when there are errors. */
  async upload(content: UploadContent, input: UploadInput): Promise<ResultOf<'StageImport'>['stageImport']> {
    const data = dataOf('StageImport', await this.sendUpload(content, input));
    return (data as ResultOf<'StageImport'>).stageImport;
  }

  /** Runs `StageImport` and gives the whole answer, errors too. */
  async sendUpload(
    content: UploadContent,
    { fileName, mediaType = 'application/json', ...input }: UploadInput,
    { document = operationDocument('StageImport'), headers = preflight }: UploadRequest = {},
  ): Promise<GraphqlAnswer> {
    const isPath = typeof content === 'object' && 'path' in content;
    const bytes = isPath ? await readFile(content.path) : content;
    const name = fileName ?? (isPath ? path.basename(content.path) : 'upload.json');
    const body = new FormData();
    const variables = { input: { ...input, file: null } };
    body.append('operations', JSON.stringify({ query: document, variables }));
    body.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
    body.append('0', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type: mediaType }), name);
    return this.send({ document: operationDocument('StageImport'), body, headers });
  }

  private async send(request: {
    document: string;
    body: string | FormData;
    headers: Record<string, string>;
  }): Promise<GraphqlAnswer> {
    const headers = { ...this.authorization, ...request.headers };
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', body: request.body, headers });
    const { data, errors } = (await response.json()) as Pick<GraphqlAnswer, 'data' | 'errors'>;
    refuseUndeclared(request.document, data);
    return { status: response.status, data, errors };
  }
}

function dataOf(name: string, { data, errors }: GraphqlAnswer): Record<string, unknown> {
  if (!data || errors) throw new Error(`${name} failed: ${JSON.stringify(errors)}`);
  return data;
}
