/** Uploads a file as a GraphQL multipart request. It is sent by hand because only an XMLHttpRequest tells how much has been sent. */
import { graphqlUrl } from '../api/root.js';
import {
  StageImportDocument,
  type ProblemFieldsFragment,
  type StageImportInput,
  type StageImportMutation,
} from '../api/operations.generated.js';

export interface UploadOrder {
  file: File;
  input: Omit<StageImportInput, 'file'>;
  /** Called with how much of the file has been sent, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** The plan, or why there is none; null when the person has cancelled the upload. */
export type UploadOutcome = { planId: string } | { problems: readonly ShownUploadProblem[] } | null;

type ShownUploadProblem = Pick<ProblemFieldsFragment, 'severity' | 'message'> & { code: string; fix?: string | null };

interface Answer {
  data?: StageImportMutation | null;
  errors?: readonly { message: string; extensions?: { code?: string; fix?: string } }[];
}

export function uploadFile({ file, input, onProgress, signal }: UploadOrder): Promise<UploadOutcome> {
  const body = new FormData();
  const variables = { input: { ...input, file: null } };
  body.append('operations', JSON.stringify({ query: String(StageImportDocument), variables }));
  body.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
  body.append('0', file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', graphqlUrl);
    request.setRequestHeader('apollo-require-preflight', 'true');
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(total === 0 ? 1 : loaded / total);
    };
    request.onload = () => {
      resolve(outcomeOf(request.responseText, request.status));
    };
    request.onerror = () => {
      const message = 'The connection broke off before the server had answered. Nothing was imported.';
      resolve(refused('NO_ANSWER', message, 'Try again: the options are kept.'));
    };
    request.onabort = () => {
      resolve(null);
    };
    signal.addEventListener('abort', () => {
      request.abort();
    });
    request.send(body);
  });
}

function outcomeOf(text: string, status: number): UploadOutcome {
  const { data, errors = [] } = parsed(text);
  const { plan, problems = [] } = data?.stageImport ?? {};
  if (plan) return { planId: plan.id };
  if (problems.length > 0) return { problems };
  const [first] = errors;
  return refused(
    first?.extensions?.code ?? `HTTP_${String(status)}`,
    first?.message ?? `The server answered with status ${String(status)}.`,
    first?.extensions?.fix ??
      (status === 413 ? 'Split the file, or ask who runs the server to raise the limit.' : undefined),
  );
}

function parsed(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}

function refused(code: string, message: string, fix?: string): UploadOutcome {
  return { problems: [{ code, severity: 'ERROR', message, ...(fix !== undefined && { fix }) }] };
}
