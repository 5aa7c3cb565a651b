import { makePerson, setReaders } from '../support/analyticsScene.js';
import { castFunction } from '../support/fastDataRecords.js';
import { followFixes, itemNamed, problemsOfCall, told, type FixRow, type FixScene } from '../support/fixTable.js';
import { bundleOf } from '../support/importBundle.js';

const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

const token = ({ flow }: Pick<FixScene, 'flow'>, input: object) =>
  problemsOfCall(flow, 'createToken', { name: 'robot', ...input });

async function principals({ flow }: FixScene): Promise<string[]> {
  const { principals: page } = await flow.ask<{ principals: { edges: { node: { id: string } }[] } }>(
    '{ principals(first: 5) { edges { node { id } } } }',
    {},
  );
  return page.edges.map(({ node }) => node.id);
}

/** A principal of its own, or a group. */
async function made({ flow }: FixScene, field: 'createToken' | 'createGroup', input: object): Promise<string> {
  const answer = field === 'createGroup' ? 'principal { id }' : 'token { principal { id } }';
  const type = field === 'createGroup' ? 'CreateGroupInput' : 'CreateTokenInput';
  const data = await flow.ask<Record<string, { principal?: { id: string }; token?: { principal: { id: string } } }>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} } }`,
    { input },
  );
  return (data[field]!.principal ?? data[field]!.token!.principal).id;
}

const rows: FixRow[] = [
  { code: 'EXPIRY_INVALID', fix: /in the future/, make: async (scene) => ({
    problems: await token(scene, { expiresAt: inHours(-1) }), follow: () => token(scene, { expiresAt: inHours(1) }),
  }) },
  { code: 'EXPIRY_INVALID', fix: /Choose an earlier time/, make: async (scene) => {
    const { server, flow } = scene;
    const id = await made(scene, 'createToken', { name: 'maker', isSuperuser: true });
    const { createToken } = await server.operation('CreateToken', { input: { name: 'short', principalId: id, isSuperuser: false, expiresAt: inHours(2) } });
    await problemsOfCall(flow, 'setSuperuser', { principalId: id, isSuperuser: true });
    const { createToken: own } = await server.operation('CreateToken', { input: { name: 'own', principalId: id, isSuperuser: true, expiresAt: inHours(2) } });
    expect(createToken.problems).toEqual([]);
    const maker = { flow: new (flow.constructor as new (client: unknown) => typeof flow)(server.as(own.secret!)) };
    const of = (expiresAt: string) => token(maker, { principalId: id, expiresAt });
    const problems = await of(inHours(9));
    await problemsOfCall(flow, 'setSuperuser', { principalId: id, isSuperuser: true });
    return { problems, follow: () => of(inHours(1)) };
  } },
  { code: 'NAME_INVALID', fix: /token or group a name/, make: async (scene) => ({ problems: await token(scene, { name: ' ' }), follow: () => token(scene, { name: 'robot' }) }) },
  { code: 'NOT_FOUND', fix: /query "principals"/, make: async (scene) => ({
    problems: await token(scene, { principalId: unknownId }),
    follow: async () => token(scene, { principalId: (await principals(scene))[0] }),
  }) },
  { code: 'NOT_FOUND', fix: /query "principals"/, make: async (scene) => {
    const { flow, place } = scene;
    const resourceId = await flow.create(place, castFunction('a'));
    const of = (principalId: string) => problemsOfCall(flow, 'setResourceReaders', { resourceId, readers: [{ principalId }] });
    return { problems: await of(unknownId), follow: async () => of((await principals(scene))[0]!) };
  } },
  { code: 'FORBIDDEN', fix: /make the principal a superuser first/, make: async (scene) => {
    const principalId = await made(scene, 'createToken', { name: 'plain' });
    const of = () => token(scene, { principalId, isSuperuser: true });
    return { problems: await of(), follow: async () => [...(await problemsOfCall(scene.flow, 'setSuperuser', { principalId, isSuperuser: true })), ...(await of())] };
  } },
  { code: 'FORBIDDEN', fix: /Omit isSuperuser/, make: async (scene) => {
    const principalId = await made(scene, 'createToken', { name: 'plain' });
    return { problems: await token(scene, { principalId, isSuperuser: true }), follow: () => token(scene, { principalId }) };
  } },
  { code: 'PRINCIPAL_UNFIT', fix: /a user or a service account/, make: async (scene) => {
    const group = await made(scene, 'createGroup', { name: `g ${scene.place.key}` });
    const account = await made(scene, 'createToken', { name: 'plain' });
    return { problems: await token(scene, { principalId: group }), follow: () => token(scene, { principalId: account }) };
  } },
  { code: 'NAME_TAKEN', fix: /choose another claim/, make: async ({ flow, place }) => {
    const of = (claim: string) => problemsOfCall(flow, 'createGroup', { name: 'analysts', claim });
    await of(place.key);
    return { problems: await of(place.key), follow: () => of(`${place.key}-2`) };
  } },
  { code: 'NOT_FOUND', fix: /revoke the role of the group/, make: async (scene) => {
    const { flow, place: { projectId } } = scene;
    const group = await made(scene, 'createGroup', { name: `h ${scene.place.key}` });
    const member = await made(scene, 'createToken', { name: 'plain' });
    await problemsOfCall(flow, 'setGroupMember', { groupId: group, principalId: member, isMember: true });
    await problemsOfCall(flow, 'grantRole', { projectId, principalId: group, role: 'EDITOR' });
    const revoke = (principalId: string) => problemsOfCall(flow, 'revokeRole', { projectId, principalId });
    return { problems: await revoke(member), follow: () => revoke(group) };
  } },
  { code: 'FORBIDDEN', fix: /grant you the role/, make: async (scene) => {
    const { server, flow, place } = scene;
    const viewer = await makePerson(server, place, 'VIEWER');
    const of = () => problemsOfCall(viewer.flow, 'createResource', { branchId: place.branchId, ...castFunction('a') });
    return { problems: await of(), follow: async () => [
      ...(await problemsOfCall(flow, 'grantRole', { projectId: place.projectId, principalId: viewer.principalId, role: 'EDITOR' })), ...(await of()),
    ] };
  } },
  { code: 'FORBIDDEN', fix: /Ask a superuser of this server/, make: async (scene) => {
    const { server, flow, place } = scene;
    const manager = await makePerson(server, place, 'MANAGER');
    const of = (asker: FixScene['flow']) => problemsOfCall(asker, 'createProject', { key: `${place.key}-3`, name: 'x' });
    return { problems: await of(manager.flow), follow: () => of(flow) };
  } },
  { code: 'FORBIDDEN', fix: /make you a reader of the resource/, make: async (scene) => {
    const { server, flow, place } = scene;
    const id = await flow.create(place, castFunction('a'));
    await setReaders(server, id, []);
    const editor = await makePerson(server, place, 'EDITOR');
    const options = { options: { createStrategy: 'UPSERT' } };
    const plan = await editor.flow.stage(bundleOf([castFunction('a', 'return 2')]), place, options);
    return { problems: told(plan), follow: async () => {
      await setReaders(server, id, [{ principalId: editor.principalId }]);
      await editor.flow.setOptions(plan.id, {});
      return told(await editor.flow.plan(plan.id));
    } };
  } },
  { code: 'FORBIDDEN', fix: /Rename the item/, make: async (scene) => {
    const { server, flow, place } = scene;
    await setReaders(server, await flow.create(place, castFunction('a')), []);
    const editor = await makePerson(server, place, 'EDITOR');
    const plan = await editor.flow.stage(bundleOf([castFunction('a', 'return 2')]), place, { options: { createStrategy: 'UPSERT' } });
    return { problems: told(plan), follow: async () => [
      ...(await editor.flow.rename(itemNamed(plan, 'a'), 'b')), ...told(await editor.flow.plan(plan.id)),
    ] };
  } },
  { code: 'INVALID_ID', fix: /Give the ID of a branch/, make: async ({ flow, place }) => {
    const of = (branchId: string) => problemsOfCall(flow, 'createResource', { branchId, ...castFunction('a') });
    return { problems: await of(place.projectId), follow: () => of(place.branchId) };
  } },
  { code: 'NOT_FOUND', fix: /This is the ID of a branch. Give another one/, make: async ({ flow, place }) => {
    const of = (fromBranchId: string) => problemsOfCall(flow, 'createBranch', { projectId: place.projectId, name: 'side', fromBranchId });
    const other = await flow.makeProject();
    return { problems: await of(other.branchId), follow: () => of(place.branchId) };
  } },
]; // prettier-ignore

followFixes('a fix of access', rows);
