/** Reads the file of what an import has left over, and begins a plan with it: no way over the disk of a person. */
import type { TaskRowFragment } from '../api/operations.generated.js';
import { StageRemainderDocument, type StageRemainderMutation } from '../api/operations.generated.js';
import { graphqlUrl, root } from '../api/root.js';
import type { ShownProblem } from '../design/states.js';

type TaskFile = Pick<TaskRowFragment['files'][number], 'name' | 'url'>;

export interface StagedRemainder {
  planId?: string;
  problems: readonly ShownProblem[];
}

export async function stageRemainder({ name, url }: TaskFile, branchId: string): Promise<StagedRemainder> {
  const file = await fetch(downloadUrl(url ?? ''), { credentials: 'same-origin' });
  if (!file.ok) return refusal('The file of what is left over can no longer be read.');
  const form = new FormData();
  const variables = { input: { branchId, file: null } };
  form.set('operations', JSON.stringify({ query: String(StageRemainderDocument), variables }));
  form.set('map', JSON.stringify({ 0: ['variables.input.file'] }));
  form.set('0', await file.blob(), name);
  const response = await fetch(graphqlUrl, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'apollo-require-preflight': 'true' },
    body: form,
  });
  const { data, errors } = (await response.json()) as {
    data?: StageRemainderMutation | null;
    errors?: readonly { message: string }[];
  };
  if (!data) return refusal(errors?.[0]?.message ?? `The server answered ${String(response.status)}.`);
  const { plan, problems } = data.stageImport;
  return { ...(plan && { planId: plan.id }), problems };
}

/** Below the address of this page, whichever name the server has for itself. */
function downloadUrl(url: string): URL {
  return new URL(url.slice(Math.max(0, url.indexOf('downloads/'))), root);
}

function refusal(message: string): StagedRemainder {
  return { problems: [{ code: 'NO_ANSWER', severity: 'ERROR', message }] };
}
