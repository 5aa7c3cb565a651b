/** The whole spec of an item of a plan: as it is in the file, and as it will be on the branch. */
import { grantRole, makeAccount } from '../support/accessScene.js';
import { mutate } from '../support/auditEvents.js';
import { castFunction, crudCollection, orchard } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place, type PlanView } from '../support/importFlow.js';
import type { JsonObject } from '../../src/shared/json.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface Specs {
  name: string;
  spec: JsonObject | null;
  newSpec: JsonObject | null;
}

describe('the spec of an item', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });
  beforeEach(async () => {
    place = await flow.makeProject();
  });

  it('is that of the file, and on the branch has the names that were chosen, as the import writes it', async () => {
    const plan = await flow.stage(bundleOf(orchard()), place);
    await flow.rename(`${plan.id}.0`, 'trim');
    const specs = await specsOf(flow, plan);
    for (const { name, spec } of orchard()) expect(specs[name]?.spec).toEqual(spec);
    expect(specs['trees']?.newSpec).toMatchObject({ fields: [{ name: 'id' }, { castFunction: 'trim' }] });
    expect(specs['harvests']?.newSpec).toBeNull();
    await flow.execute(plan.id);
    const trees = (await flow.resources(place)).find(({ name }) => name === 'trees');
    expect(trees?.spec).toEqual(specs['trees']?.newSpec);
    expect((await specsOf(flow, plan))['trees']).toEqual(specs['trees']);
  });

  it('is null for an item that is invalid', async () => {
    const plan = await flow.stage(bundleOf([{ ...castFunction('broken'), spec: { dataType: 7 } }]), place);
    expect(await specsOf(flow, plan)).toEqual({ broken: { name: 'broken', spec: null, newSpec: null } });
  });

  it('is on the branch what it is laid over, and closed to who may not read that', async () => {
    const editor = await makeAccount(server, 'editor');
    await grantRole(server, editor, { projectId: place.projectId, role: 'EDITOR' });
    const resourceId = await flow.create(place, crudCollection('members', { fields: [], secret: 'of the branch' }));
    await mutate(server, 'setResourceReaders', { input: { resourceId, readers: [] } });
    const options = { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' };
    const own = new ImportFlow(editor.client);
    const plan = await own.stage(bundleOf([crudCollection('members', { fields: [] })]), place, { options });
    expect((await specsOf(own, plan))['members']).toMatchObject({ spec: { fields: [] }, newSpec: null });
    expect((await specsOf(flow, plan))['members']?.newSpec).toEqual({ fields: [], secret: 'of the branch' });
  });
});

async function specsOf(flow: ImportFlow, { id }: PlanView): Promise<Record<string, Specs>> {
  const document =
    'query Specs($id: ID!) { importPlan(id: $id) { items(first: 100) { nodes { name spec newSpec } } } }';
  const { importPlan } = await flow.ask<{ importPlan: { items: { nodes: Specs[] } } }>(document, { id });
  return Object.fromEntries(importPlan.items.nodes.map((item) => [item.name, item]));
}
