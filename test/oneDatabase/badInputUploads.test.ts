import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { castFunction, orchard } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { codesOf, ImportFlow, type Place } from '../support/importFlow.js';
import { uploadRaw } from '../support/importRawUpload.js';
import { soon } from '../support/soon.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const limitBytes = 2 * 1024 * 1024;
const gibibyte = 1024 ** 3;
const limits = { WAYBILL_MAX_UPLOAD_BYTES: String(limitBytes), WAYBILL_MAX_BODY_BYTES: String(limitBytes) };
const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';
const large = Buffer.alloc(4 * limitBytes, ' ');

describe('an upload', () => {
  let server: TestServer;
  let flow: ImportFlow;
  let place: Place;
  let tempDir: string;
  beforeAll(async () => {
    tempDir = await mkdtemp(path.join(tmpdir(), 'waybill-uploads-'));
    server = await startTestServer({ settings: { ...limits, TMPDIR: tempDir } });
    flow = new ImportFlow(server);
    place = await flow.makeProject();
    await flow.create(place, castFunction('already-here'));
  });
  afterAll(async () => {
    await server.stop();
    await rm(tempDir, { recursive: true, force: true });
  });
  afterEach(async () => {
    expect((await flow.resources(place)).map(({ name }) => name)).toEqual(['already-here']);
    await expectNoStrays();
  });

  it('that says it has 1 GiB is refused before it is sent', async () => {
    const answer = await uploadRaw(server, { branchId: place.branchId, content: 'x', claimedLength: gibibyte });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('FILE_TOO_LARGE');
    expect(answer).toContain(`The file is larger than the ${limitBytes} bytes`);
    expect(answer).toContain('WAYBILL_MAX_UPLOAD_BYTES');
  });

  it('that says so and then waits for the answer is told the same', async () => {
    const sent = { branchId: place.branchId, content: '', claimedLength: gibibyte, pauseAfter: 0 };
    expect(await uploadRaw(server, sent)).toContain(`The file is larger than the ${limitBytes} bytes`);
  });

  it('that is too large even without its file names that limit', async () => {
    const branchId = 'b'.repeat(8 * 1024 * 1024);
    const answer = await uploadRaw(server, { branchId, content: 'x', claimedLength: gibibyte });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('PAYLOAD_TOO_LARGE');
    expect(answer).toMatch(
      /Without its file, the request is larger than the \d+ bytes that .* \(WAYBILL_MAX_BODY_BYTES\)/,
    );
    expect(answer).not.toContain('WAYBILL_MAX_UPLOAD_BYTES');
  });

  it.each([
    ['in chunks, without saying its length', undefined],
    ['a little over the limit', 'right' as const],
  ])('that comes %s is cut off at the limit', async (_how, claimedLength) => {
    const content = claimedLength === undefined ? large : Buffer.alloc(limitBytes + 1000, ' ');
    const answer = await uploadRaw(server, {
      branchId: place.branchId,
      content,
      ...(claimedLength === undefined ? {} : { claimedLength }),
    });
    expect(answer).toContain('FILE_TOO_LARGE');
    expect(await storedUploads()).toBe(0);
  });

  it('of exactly the limit is taken', async () => {
    const file = bundleOf(orchard());
    const content = file + ' '.repeat(limitBytes - Buffer.byteLength(file));
    const plan = await flow.stage(content, await flow.makeProject());
    expect(plan).toMatchObject({ status: 'READY', counts: { create: 6 } });
    await flow.discard(plan.id);
  });

  it.each([
    ['to a branch that exists', () => place.branchId],
    ['to a branch that does not', () => unknownId],
    ['to an id that is none', () => 'no-id'],
  ])('%s that breaks off leaves nothing behind, and the server lives', async (_where, branchId) => {
    for (const cutAfter of [100, 400, 700, 5_000, 300_000, 1_500_000]) {
      await uploadRaw(server, {
        branchId: branchId(),
        content: large.subarray(0, limitBytes - 1000),
        claimedLength: 'right',
        cutAfter,
      });
      await uploadRaw(server, { branchId: branchId(), content: large.subarray(0, limitBytes - 1000), cutAfter });
    }
    expect(await storedUploads()).toBe(0);
    const plan = await flow.stage(bundleOf(orchard()), await flow.makeProject());
    expect(plan.status).toBe('READY');
  });

  it.each(['image/png', 'application/x-tar', 'application/gzip', 'application/pdf', 'video/mp4'])(
    'of the media type %s is refused',
    async (mediaType) => {
      const { plan, problems } = await server.upload(bundleOf(orchard()), { branchId: place.branchId, mediaType });
      expect(plan).toBeNull();
      expect(problems).toMatchObject([{ code: 'MEDIA_TYPE_UNSUPPORTED', path: ['input', 'file'] }]);
      expect(problems[0]?.message).toContain(mediaType);
    },
  );

  it.each([
    'application/json',
    'application/x-ndjson',
    'application/zip',
    'application/x-zip-compressed',
    'application/octet-stream',
    'text/plain',
    '',
  ])('of the media type "%s" is taken', async (mediaType) => {
    const plan = await flow.stage(bundleOf(orchard()), await flow.makeProject(), { mediaType });
    expect(plan.status).toBe('READY');
  });

  it.each([
    ['a branch that does not exist', unknownId, 'NOT_FOUND'],
    ['an id that is none', 'main', 'INVALID_ID'],
    ['no id at all', '', 'INVALID_ID'],
    ['an id with SQL in it', "' OR 1=1 --", 'INVALID_ID'],
  ])('to %s is refused', async (_what, branchId, code) => {
    const { plan, problems } = await server.upload(bundleOf(orchard()), { branchId });
    expect([plan, codesOf(problems)]).toEqual([null, [code]]);
    expect(problems[0]?.message.length).toBeLessThan(200);
  });

  it('to an id of ten thousand characters is refused', async () => {
    const { errors } = await server.sendUpload(bundleOf(orchard()), { branchId: 'a'.repeat(10_000) });
    expect(errors).toMatchObject([{ extensions: { code: 'INPUT_TOO_LARGE' } }]);
  });

  it('to the id of a project, which is no branch, is refused', async () => {
    const { plan, problems } = await server.upload(bundleOf(orchard()), { branchId: place.projectId });
    expect([plan, codesOf(problems)]).toEqual([null, ['INVALID_ID']]);
  });

  it('that a foreign page might have sent, without a header of its own, is refused', async () => {
    const answer = await server.sendUpload(bundleOf(orchard()), { branchId: place.branchId }, { headers: {} });
    expect(answer.errors?.[0]?.message).toContain('CSRF');
    expect(await storedUploads()).toBe(0);
  });

  it('of a mode or a strategy that does not exist is an error of the request', async () => {
    const answer = await server.sendUpload(bundleOf(orchard()), { branchId: place.branchId, mode: 'MOVE' });
    expect(answer.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  /** Uploads of the branch under test that were kept. */
  async function storedUploads(): Promise<number> {
    type Answer = { tasks: { totalCount: number } };
    const document = 'query ($id: ID!) { tasks(filter: { branchId: $id }) { totalCount } }';
    return (await flow.ask<Answer>(document, { id: place.branchId })).tasks.totalCount;
  }

  /** Every file in the data folder belongs to a task, and nothing is left in the folder for temporary files. */
  async function expectNoStrays(): Promise<void> {
    const folder = path.join(server.dataDir, 'files');
    const unfinished = async () => (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.part'));
    // The end of a broken connection is noticed a moment after it was cut; a file may even be opened after the answer, and go then.
    await soon(unfinished).toEqual([]);
    await soon(() => readdir(tempDir)).toEqual([]);
    type Answer = { tasks: { edges: { node: { files: { url: string }[] } }[] } };
    const { tasks } = await flow.ask<Answer>('{ tasks(first: 500) { edges { node { files { url } } } } }', {});
    const known = tasks.edges.flatMap(({ node }) => node.files.map(({ url }) => url.split('/').at(-2)));
    const names = await readdir(folder).catch(() => []);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  }
});
