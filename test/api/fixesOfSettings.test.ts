/** Fixes that need a server with settings of its own. */
import type { JsonObject } from '../../src/shared/json.js';
import { AnalyticsFlow } from '../support/analyticsFlow.js';
import {
  followFixes,
  problemsOfCall,
  told,
  toldOfFile,
  type FixRow,
  type FixScene,
  type PlanFixRow,
} from '../support/fixTable.js';
import { asBooks, book } from '../support/fixFiles.js';
import { castFunction } from '../support/fastDataRecords.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const settings = {
  WAYBILL_MAX_ITEMS: '3',
  WAYBILL_CALLBACK_HOSTS: 'hooks.example.org',
  WAYBILL_CALLBACK_SECRET: 'a secret of more than thirty-two letters',
  WAYBILL_PACKS: 'analytics=off',
};
/** What fixes say of settings. */
const changed = {
  ...settings,
  WAYBILL_MAX_ITEMS: '4',
  WAYBILL_CALLBACK_HOSTS: 'hooks.example.org,evil.example.org',
  WAYBILL_PACKS: 'analytics=on',
};
/** A server whose settings were changed so; it is started for the first row that follows such a fix. */
class ChangedServer {
  private server: Promise<TestServer> | undefined;

  /** A project of its own there. */
  async scene(): Promise<FixScene> {
    const server = await (this.server ??= startTestServer({ settings: changed }));
    const flow = new AnalyticsFlow(server);
    return { server, flow, place: await flow.makeProject() };
  }

  async stop(): Promise<void> {
    await (await this.server)?.stop();
  }
}
const changedServer = new ChangedServer();
afterAll(() => changedServer.stop());

const lines = (count: number) =>
  `externalReferenceCode,title\n${Array.from({ length: count }, (_, at) => `a${at},x\n`).join('')}`;

/** Starts an export with a callback, and then with the one that the fix leads to. */
function calling(input: JsonObject, next: JsonObject): FixRow['make'] {
  return async ({ flow, place }) => {
    await flow.create(place, castFunction('a'));
    const start = (more: JsonObject) =>
      problemsOfCall(flow, 'startExport', { selection: { branchId: place.branchId, all: true }, ...more });
    return { problems: await start(input), follow: () => start(next) };
  };
}

const callbackUrl = 'https://hooks.example.org/waybill';

const rows: (FixRow | PlanFixRow)[] = [
  { code: 'TOO_MANY_ITEMS', fix: /Divide it into several files/, make: async (scene) => {
    await scene.flow.import(book, scene.place);
    const plan = await scene.flow.stage(lines(4), scene.place, asBooks);
    // The reading is over, and nothing is kept of it.
    expect(plan).toMatchObject({ status: 'FAILED', counts: { total: 0 } });
    expect(plan.problems).toMatchObject([{ message: expect.stringContaining('WAYBILL_MAX_ITEMS') as string }]);
    return { problems: told(plan), follow: () => toldOfFile(scene, lines(3), asBooks) };
  } },
  { code: 'CALLBACK_INVALID', fix: /a complete URL/, make: calling({ callbackUrl: 'hooks.example.org' }, { callbackUrl }) },
  { code: 'CALLBACK_INVALID', fix: /a shorter URL/, make: calling({ callbackUrl: `${callbackUrl}?${'x'.repeat(3000)}` }, { callbackUrl, callbackKey: 'x' }) },
  { code: 'CALLBACK_INVALID', fix: /before the @/, make: calling({ callbackUrl: 'https://me:pass@hooks.example.org/waybill' }, { callbackUrl }) },
  { code: 'CALLBACK_INVALID', fix: /a shorter key/, make: calling({ callbackUrl, callbackKey: 'x'.repeat(300) }, { callbackUrl, callbackKey: 'x' }) },
  { code: 'CALLBACK_INVALID', fix: /Add a callbackUrl/, make: calling({ callbackKey: 'x' }, { callbackKey: 'x', callbackUrl }) },
  { code: 'CALLBACK_INVALID', fix: /omit the key/, make: calling({ callbackKey: 'x' }, {}) },
  { code: 'CALLBACK_NOT_ALLOWED', fix: /the URL of an allowed host/, make: calling({ callbackUrl: 'https://evil.example.org/' }, { callbackUrl }) },
  { code: 'CHARACTER_NOT_ALLOWED', fix: /Remove the character/, make: calling({ callbackUrl, callbackKey: 'a\0' }, { callbackUrl, callbackKey: 'a' }) },
  { code: 'CALLBACK_NOT_ALLOWED', fix: /Add evil\.example\.org to the setting/, make: async (scene) => {
    const start = async ({ flow, place }: FixScene) => {
      await flow.create(place, castFunction('a'));
      return problemsOfCall(flow, 'startExport', { selection: { branchId: place.branchId, all: true }, callbackUrl: 'https://evil.example.org/' });
    };
    return { problems: await start(scene), follow: async () => start(await changedServer.scene()) };
  } },
  { code: 'TOO_MANY_ITEMS', fix: /raise/, make: async (scene) => {
    const upload = async (there: FixScene) => {
      await there.flow.import(book, there.place);
      return toldOfFile(there, lines(4), asBooks);
    };
    return { problems: await upload(scene), follow: async () => upload(await changedServer.scene()) };
  } },
  { code: 'PACK_OFF', fix: /WAYBILL_PACKS="analytics=on"/, make: async (scene) => {
    const make = ({ flow, place }: FixScene) => problemsOfCall(flow, 'createResource', { branchId: place.branchId, kind: 'analytics/ProcessDefinition', name: 'order', spec: { versions: ['1'], tenantIds: [null] } });
    return { problems: await make(scene), follow: async ({ fix }) => {
      expect(/WAYBILL_PACKS="([^"]+)"/.exec(fix)![1]).toBe(changed.WAYBILL_PACKS);
      return make(await changedServer.scene());
    } };
  } },
  // The last one: it takes the rights of the test away.
  { code: 'LAST_SUPERUSER', fix: /Make another principal a superuser first/, make: async ({ server, flow }) => {
    const { me } = await flow.ask<{ me: { id: string } }>('{ me { id } }', {});
    const call = (principalId: string, isSuperuser: boolean) => problemsOfCall(flow, 'setSuperuser', { principalId, isSuperuser });
    const problems = await call(me.id, false);
    return { problems, follow: async () => {
      const { createToken } = await server.operation('CreateToken', { input: { name: 'other', isSuperuser: false } });
      const { principals } = await flow.ask<{ principals: { edges: { node: { id: string; name: string } }[] } }>('{ principals(first: 50) { edges { node { id name } } } }', {});
      const other = principals.edges.find(({ node }) => node.name === 'other')!.node.id;
      expect(createToken.problems).toEqual([]);
      return [...(await call(other, true)), ...(await call(me.id, false))];
    } };
  } },
]; // prettier-ignore

followFixes('a fix of a limit or a setting', rows, () => startTestServer({ settings }));
