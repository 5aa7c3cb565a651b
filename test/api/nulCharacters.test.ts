/** U+0000 is a character of JSON and of UTF-8, and of no text in PostgreSQL: on both databases it is refused, and nothing breaks. */
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { createProject } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('the character U+0000', () => {
  let server: ServerClient;
  let branchId: string;
  beforeAll(async () => {
    server = await sharedServer();
    ({ branchId } = await createProject(server, 'nul'));
  });

  it.each([
    ['in a text of the spec', { ...castFunction('f'), spec: { ...castFunction('f').spec, casting: 'a\0b' } }],
    ['in a key of the spec', { ...castFunction('f'), spec: { ...castFunction('f').spec, 'k\0': 1 } }],
    ['in a title', { ...castFunction('f'), title: 'T\0' }],
    ['in a name', castFunction('f\0')],
    ['in a kind', { ...castFunction('f'), kind: 'fast-data/\0' }],
  ])('makes an item of a file invalid when it stands %s', async (_where, record) => {
    const flow = new ImportFlow(server);
    const plan = await flow.stage(bundleOf([record, castFunction('sound')]), { branchId });
    const items = plan.items.edges.map(({ node }) => node);
    expect(items.map(({ action }) => action)).toEqual(['BLOCKED', 'CREATE']);
    expect(items[0]?.problems.length).toBeGreaterThan(0);
  });

  it('in the spec of a request is a problem that names the place', async () => {
    const spec = { ...castFunction('f').spec, casting: 'a\0b' };
    const { createResource } = await server.operation('CreateResource', {
      input: { branchId, kind: 'fast-data/CastFunction', name: 'f', spec },
    });
    expect(createResource.problems).toMatchObject([
      { code: 'CHARACTER_NOT_ALLOWED', path: ['input', 'spec', 'casting'] },
    ]);
  });

  it('in a search never matches, or is refused; it is no internal error', async () => {
    const { errors } = await server.query(
      'query ($branchId: ID!) { branch: resources(branchId: $branchId, filter: { search: "a\\u0000" }) { totalCount } }',
      { branchId },
    );
    for (const { extensions } of errors ?? []) expect(extensions['code']).toBe('BAD_USER_INPUT');
  });
});
