import { sharedServer } from '../support/sharedServer.js';

describe('requests that are wrong in ways of their own', () => {
  it.each([
    ['that names no boundary', 'multipart/form-data', '{"query":"{ me { id } }"}'],
    [
      'that ends in the middle',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{',
    ],
    ['whose type is malformed', 'multipart/form-data; boundary=x; y', '--x--'],
  ])('an upload %s is refused, and answered', async (_what, type, body) => {
    const server = await sharedServer();
    const headers = { ...server.authorization, 'content-type': type, 'apollo-require-preflight': '1' };
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('INTERNAL');
  });

  it('more than fifty faults of variables are faults of the request', async () => {
    const server = await sharedServer();
    const { errors } = await server.query(
      'query ($kinds: [String!]) { resources(branchId: "x", filter: { kinds: $kinds }) { totalCount } }',
      { kinds: new Array(100).fill({}) },
    );
    expect(new Set(errors?.map(({ extensions }) => extensions['code']))).toEqual(new Set(['BAD_USER_INPUT']));
  });
});
