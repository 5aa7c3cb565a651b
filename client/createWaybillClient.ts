import { download, type DownloadFile, type DownloadOptions } from './download.js';
import {
  StageImportDocument,
  type StageImportInput,
  type StageImportMutation,
  type TaskFieldsFragment,
} from './operations.generated.js';
import { apiAddress, ask, type Transport, type TypedDocument } from './transport.js';
import { upload, type UploadFile, type UploadOptions } from './upload.js';
import { noTask, watchTask } from './watchTask.js';
import { resultOf, WaybillError } from './waybillError.js';

/** A page of a list of the API. */
export interface Page<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The variables of an operation that are asked for page by page. */
type FirstPage<Variables> = Omit<Variables, 'after'>;

interface Cancellable {
  signal?: AbortSignal | undefined;
}

/** The plan of a file that was uploaded, with the task that reads the file. */
export type StagedPlan = NonNullable<StageImportMutation['stageImport']['plan']>;

/** A client of the API of one server. Every method throws a {@link WaybillError} with a sentence when there is no result. */
export interface WaybillClient {
  /** The address of the API. */
  readonly url: string;
  /** Runs a query or a mutation. */
  ask<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: NoInfer<Variables>,
    options?: Cancellable,
  ): Promise<Data>;
  /** All nodes of a list, page by page; `listOf` finds the list in an answer, and gives null if what has it does not exist. */
  each<Data, Variables extends { after?: string | null | undefined }, Node>(
    document: TypedDocument<Data, Variables>,
    variables: NoInfer<FirstPage<Variables>>,
    listOf: (data: Data) => Page<Node> | null | undefined,
  ): AsyncGenerator<Node>;
  /** Uploads a file as a stream; `input` is that of `stageImport` without the file. */
  stage(file: UploadFile, input: Omit<StageImportInput, 'file'>, options?: UploadOptions): Promise<StagedPlan>;
  /** The states of a task, the last one last: over WebSocket, and where that is not possible by asking again. */
  watch(taskId: string, options?: Cancellable): AsyncGenerator<TaskFieldsFragment>;
  /** Waits for the end of a task and gives its last state, which may be a failure. */
  waitFor(
    taskId: string,
    options?: Cancellable & { onProgress?: ((task: TaskFieldsFragment) => void) | undefined },
  ): Promise<TaskFieldsFragment>;
  /** The content of a file of a task; its size and digest are checked. */
  download(file: DownloadFile, options?: DownloadOptions): AsyncGenerator<Uint8Array>;
}

interface ClientOptions {
  url: string;
  token: string;
  signal?: AbortSignal | undefined;
}

/**
 * Makes a client. Nothing is sent yet.
 * @param url the address of the server, with or without `/graphql`
 * @param token a token of the server, or of its identity provider
 * @param signal ends every request that has no signal of its own
 * @throws TypeError if `url` is no http or https address
 */
export function createWaybillClient({ url, token, signal: always }: ClientOptions): WaybillClient {
  const transport: Transport = { url: apiAddress(url), token, signal: always };
  return {
    url: transport.url,
    ask: (document, variables, { signal } = {}) => ask(transport, document, { variables, signal }),
    each: (document, variables, listOf) => eachNode(transport, { document, variables }, listOf),
    stage: (file, input, options = {}) => stage(transport, { file, input }, options),
    watch: (taskId, { signal } = {}) => watchTask(transport, taskId, signal),
    waitFor: async (taskId, { signal, onProgress } = {}) => {
      let last: TaskFieldsFragment | undefined;
      for await (const task of watchTask(transport, taskId, signal)) {
        last = task;
        onProgress?.(task);
      }
      if (!last) throw noTask();
      return last;
    },
    download,
  };
}

async function* eachNode<Data, Variables, Node>(
  transport: Transport,
  { document, variables }: { document: TypedDocument<Data, Variables>; variables: FirstPage<Variables> },
  listOf: (data: Data) => Page<Node> | null | undefined,
): AsyncGenerator<Node> {
  for (let after: string | null = null; ;) {
    const data: Data = await ask(transport, document, { variables: { ...variables, after } as Variables });
    const page = listOf(data);
    if (!page) throw new WaybillError('NOT_FOUND', 'What has this list does not exist.');
    yield* page.nodes;
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

async function stage(
  transport: Transport,
  { file, input }: { file: UploadFile; input: Omit<StageImportInput, 'file'> },
  options: UploadOptions,
): Promise<StagedPlan> {
  const data = await upload(transport, { query: String(StageImportDocument), input, file }, options);
  const { plan, problems } = (data as StageImportMutation).stageImport;
  return resultOf(plan, problems);
}
