import { bundleText } from './bundleFiles.js';
import { makeErSchema } from './fastDataResources.js';
import { stageFile, type ProjectScene } from './projectScene.js';
import type { TestServer } from './testServer.js';

/** A binding as tests ask for it. */
export interface BindingView {
  id: string;
  name: string;
  type: string;
  toName: string;
  kind: { name: string };
  source: { key: string };
  taskId: string | null;
  setBy: { name: string } | null;
}
export const bindingFields = 'id name type toName kind { name } source { key } taskId setBy { name }';

/** A name of the project that bundles of a test say that they come from. */
export function bindingOf(name: string, toName: string): Record<string, string> {
  return { sourceProject: 'city-library', kind: 'fast-data/ErSchema', name, type: 'RENAME', toName };
}

/** Somebody who may see everything sets a binding to a resource that others may not see. */
export async function bindHidden(server: TestServer, { projectId, branchId }: ProjectScene): Promise<void> {
  await stageFile(server, await bundleText([makeErSchema('er_read', {})], { projectKey: 'city-library' }), {
    branchId,
  });
  const document = 'mutation ($input: SetBindingInput!) { setBinding(input: $input) { problems { message } } }';
  const { data } = await server.query(document, { input: { projectId, ...bindingOf('er_base', 'zqxvk_er') } });
  if (JSON.stringify(data) !== '{"setBinding":{"problems":[]}}') throw new Error(JSON.stringify(data));
}
