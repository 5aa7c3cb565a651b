import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { auditEventsOf, mutate } from '../support/auditEvents.js';
import { IdentityProvider, type TokenClaims } from '../support/identityProvider.js';
import { createProject } from '../support/projectScene.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { projectFile } from '../support/projectFile.js';

const clock = projectFile('test/support/steeredClock.mjs');
const nowSeconds = () => Math.floor(Date.now() / 1000);

describe('a token of an identity provider', () => {
  let provider: IdentityProvider;
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waybill-clock-'));
    provider = await IdentityProvider.start();
    server = await startTestServer({
      settings: {
        ...provider.settings,
        NODE_OPTIONS: `--import=${clock}`,
        TEST_CLOCK_FILE: path.join(folder, 'clock'),
      },
    });
  });
  afterAll(async () => {
    await server.stop();
    await provider.stop();
    await rm(folder, { recursive: true });
  });

  const answerTo = async (token: string) => {
    const { status, data, errors } = await server
      .as(token)
      .query('{ me { id name isSuperuser memberships { nodes { role } } } }');
    return { status, code: errors?.[0]?.extensions['code'], me: (data as { me?: unknown } | null)?.me };
  };
  const statusOf = async (token: string) => (await answerTo(token)).status;

  it('holds with a signature by RSA or by an elliptic curve, and makes its user known once', async () => {
    const first = await answerTo(await provider.token());
    expect(first).toMatchObject({ status: 200, me: { name: 'Ada', isSuperuser: false, memberships: { nodes: [] } } });
    const second = await answerTo(await provider.token({ name: 'Ada L.' }));
    expect(second.me).toMatchObject({ id: (first.me as { id: string }).id, name: 'Ada L.' });
    await Promise.all(
      Array.from({ length: 5 }, async () => answerTo(await provider.token({ sub: 'new', name: 'New' }))),
    );
    const { data } = await server.query('{ principals(filter: { types: [USER] }) { edges { node { name type } } } }');
    expect(data).toEqual({
      principals: {
        edges: [{ node: { name: 'Ada L.', type: 'USER' } }, { node: { name: 'New', type: 'USER' } }],
      },
    });
  });

  it('holds with keys that the provider has added or put in place of others', async () => {
    let aheadMs = 0;
    const later = async () => {
      // Keys are not asked for again within half a minute, whoever makes tokens up.
      aheadMs += 40_000;
      await writeFile(path.join(folder, 'clock'), String(aheadMs));
    };
    const former = await provider.token();
    await provider.addKey('ES256');
    await later();
    while ((await statusOf(await provider.token())) !== 200);
    expect(await statusOf(former)).toBe(200);
    await provider.replaceKeys();
    await later();
    while ((await statusOf(await provider.token())) !== 200);
    expect(await statusOf(former)).toBe(401);
  });

  it.each<[string, TokenClaims]>([
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['another audience', { aud: 'another-service' }],
    ['no audience', { aud: null as never }],
    ['an end that is past', { exp: nowSeconds() - 120 }],
    ['no end', { exp: null as never }],
    ['a beginning that is still to come', { nbf: nowSeconds() + 600 }],
    ['no subject', { sub: null as never }],
    ['an empty subject', { sub: '' }],
  ])('does not hold with %s', async (_what, claims) => {
    expect(await answerTo(await provider.token(claims))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('does not hold without a signature, with that of a secret that is public, or of a key that is not known', async () => {
    const whole = await provider.token();
    const [head = '', , signature = ''] = whole.split('.');
    const forged = Buffer.from(JSON.stringify({ iss: provider.issuer, sub: 'root' })).toString('base64url');
    for (const token of [
      provider.unsigned(),
      await provider.signedWithPublicKey(),
      await provider.token({}, { kid: 'unknown' }),
      `${head}.${forged}.${signature}`,
      `${head}.${whole.split('.')[1] ?? ''}.`,
    ])
      expect(await answerTo(token)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('is taken while others flood the server with wrong ones from the same address', async () => {
    const whole = await provider.token();
    const wrong = Array.from({ length: 60 }, (_, index) => answerTo(`${whole.slice(0, -4 - index)}AAAA`));
    const unseen = answerTo(await provider.token({ sub: 'late', name: 'Late' }));
    expect(await unseen).toMatchObject({ status: 200, me: { name: 'Late' } });
    const statuses = (await Promise.all(wrong)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(await answerTo(await provider.token({ sub: 'later', name: 'Later' }))).toMatchObject({ status: 200 });
  });

  it('gives the rights of the groups that it names, as long as it names them', async () => {
    const { projectId } = await createProject(server, 'grouped');
    const { principal: group } = await mutate<{ principal: { id: string } }>(server, 'createGroup', {
      input: { name: 'Staff', claim: 'staff' },
      result: 'principal { id }',
    });
    await mutate(server, 'grantRole', { input: { projectId, principalId: group.id, role: 'EDITOR' } });
    const memberships = async (claims: TokenClaims) => {
      const { me } = await answerTo(await provider.token({ sub: 'bob', name: 'Bob', ...claims }));
      return (me as { memberships: { nodes: { role: string }[] } }).memberships.nodes.map(({ role }) => role);
    };
    expect(await memberships({})).toEqual([]);
    expect(await memberships({ groups: ['staff', 'unknown'] })).toEqual(['EDITOR']);
    expect(await memberships({ groups: 'staff' })).toEqual(['EDITOR']);
    expect(await memberships({ groups: [7, { staff: true }] })).toEqual([]);
    const told = await auditEventsOf(server, { actions: ['GROUP_CHANGE'] });
    expect(told.slice(0, 2)).toMatchObject([
      { principal: { name: 'Bob' }, detail: { source: 'IDENTITY_PROVIDER', groupIds: [], formerGroupIds: [group.id] } },
      { principal: { name: 'Bob' }, detail: { groupIds: [group.id], formerGroupIds: [] } },
    ]);
  });

  it('is neither taken nor refused while the provider does not answer', async () => {
    provider.isBroken = true;
    await server.restart();
    expect(await answerTo(await provider.token())).toMatchObject({
      status: 503,
      code: 'IDENTITY_PROVIDER_UNAVAILABLE',
    });
    // Tokens of this server do not need it.
    expect((await server.query('{ me { name } }')).status).toBe(200);
    provider.isBroken = false;
    expect(await statusOf(await provider.token())).toBe(200);
  });

  it('means nothing to a server that knows no provider', async () => {
    const other = await startTestServer();
    try {
      expect((await other.as(await provider.token()).query('{ me { name } }')).status).toBe(401);
    } finally {
      await other.stop();
    }
  });

  it('is never accepted for any audience: issuer and audience are set together', async () => {
    const start = startTestServer({ settings: { WAYBILL_OIDC_ISSUER: provider.issuer } });
    await expect(start).rejects.toThrow('WAYBILL_OIDC_AUDIENCE');
  });
});
