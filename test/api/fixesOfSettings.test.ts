/** Fixes that need a server with settings of its own. */
import type { JsonObject } from '../../src/shared/json.js';
import {
  followFixes,
  problemsOfCall,
  toldOfFile,
  type FixRow,
  type FixScene,
  type PlanFixRow,
} from '../support/fixTable.js';
import { asBooks, book } from '../support/fixFiles.js';
import { castFunction } from '../support/fastDataRecords.js';
import { ImportFlow } from '../support/importFlow.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const settings = {
  WAYBILL_MAX_ITEMS: '3',
  WAYBILL_CALLBACK_HOSTS: 'hooks.example.org',
  WAYBILL_CALLBACK_SECRET: 'a secret of more than thirty-two letters',
  WAYBILL_PACKS: 'analytics=off',
};
/** The server of these rows starts again with other settings. */
const restart = ({ server }: FixScene, more: Record<string, string> = {}) =>
  (server as TestServer).restart({ ...settings, ...more });

const lines = (count: number) =>
  `externalReferenceCode,title\n${Array.from({ length: count }, (_, at) => `a${at},x\n`).join('')}`;
const empty = (count: number) => `{"externalReferenceCode":"a"}\n${'{}\n'.repeat(count)}`;
const asLines = { format: 'objects/jsonl', ...asBooks };

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
  { code: 'TOO_MANY_ITEMS', fix: /Divide it into several files/, before: [book], file: lines(4), options: asBooks, follow: { file: lines(2), options: asBooks } },
  { code: 'CALLBACK_INVALID', fix: /a complete URL/, make: calling({ callbackUrl: 'hooks.example.org' }, { callbackUrl }) },
  { code: 'CALLBACK_INVALID', fix: /a shorter URL/, make: calling({ callbackUrl: `${callbackUrl}?${'x'.repeat(3000)}` }, { callbackUrl, callbackKey: 'x' }) },
  { code: 'CALLBACK_INVALID', fix: /before the @/, make: calling({ callbackUrl: 'https://me:pass@hooks.example.org/waybill' }, { callbackUrl }) },
  { code: 'CALLBACK_INVALID', fix: /a shorter key/, make: calling({ callbackUrl, callbackKey: 'x'.repeat(300) }, { callbackUrl, callbackKey: 'x' }) },
  { code: 'CALLBACK_INVALID', fix: /Add a callbackUrl/, make: calling({ callbackKey: 'x' }, { callbackKey: 'x', callbackUrl }) },
  { code: 'CALLBACK_INVALID', fix: /omit the key/, make: calling({ callbackKey: 'x' }, {}) },
  { code: 'CALLBACK_NOT_ALLOWED', fix: /the URL of an allowed host/, make: calling({ callbackUrl: 'https://evil.example.org/' }, { callbackUrl }) },
  { code: 'CHARACTER_NOT_ALLOWED', fix: /Remove the character/, make: calling({ callbackUrl, callbackKey: 'a\0' }, { callbackUrl, callbackKey: 'a' }) },
  { code: 'CALLBACK_NOT_ALLOWED', fix: /Add evil\.example\.org to the setting/, make: async (scene) => {
    const { place } = scene;
    await scene.flow.create(place, castFunction('a'));
    const start = (flow: ImportFlow) => problemsOfCall(flow, 'startExport', { selection: { branchId: place.branchId, all: true }, callbackUrl: 'https://evil.example.org/' });
    return { problems: await start(scene.flow), follow: async () => {
      await restart(scene, { WAYBILL_CALLBACK_HOSTS: 'hooks.example.org,evil.example.org' });
      return start(new ImportFlow(scene.server));
    } };
  } },
  { code: 'FILE_GROWS_TOO_LARGE', fix: /raise/, make: async (scene) => {
    await restart(scene, { WAYBILL_MAX_ITEMS: '200000' });
    await scene.flow.import(book, scene.place);
    return { problems: await toldOfFile(scene, empty(100_000), asLines), follow: () => toldOfFile(scene, '{"externalReferenceCode":"a"}\n', asLines) };
  } },
  { code: 'TOO_MANY_ITEMS', fix: /raise/, make: async (scene) => {
    await restart(scene);
    await scene.flow.import(book, scene.place);
    const problems = await toldOfFile(scene, lines(4), asBooks);
    return { problems, follow: async () => {
      await restart(scene, { WAYBILL_MAX_ITEMS: '4' });
      return toldOfFile(scene, lines(4), asBooks);
    } };
  } },
  { code: 'PACK_OFF', fix: /WAYBILL_PACKS="analytics=on"/, make: async (scene) => {
    const { place } = scene;
    const make = (flow: ImportFlow) => problemsOfCall(flow, 'createResource', { branchId: place.branchId, kind: 'analytics/ProcessDefinition', name: 'order', spec: { versions: ['1'], tenantIds: [null] } });
    return { problems: await make(scene.flow), follow: async ({ fix }) => {
      await restart(scene, { WAYBILL_PACKS: /WAYBILL_PACKS="([^"]+)"/.exec(fix)![1]! });
      return make(new ImportFlow(scene.server));
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
