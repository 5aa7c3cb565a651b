import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { actionsOf, codesOf, ImportFlow, itemsByName, type Place, type PlanView } from '../support/importFlow.js';
import { exportBytes, stageFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { zipOf } from '../support/zipOf.js';

/** Real files of the product that are not part of this project; where they are not there, these tests are skipped. */
const folder = path.resolve('..', 'shared', 'samples', 'objects');
const describeSamples = existsSync(folder) ? describe : describe.skip;
const fileNames = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

/** The one wrong code of the distributor files, and what the definition is called. */
const dangling = 'D4B8_APPLICATION_VALIDATION';
const meant = 'D4B8_DISTRIBUTOR_VALIDATION';

const filesOf = (...prefixes: string[]) =>
  fileNames.filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
const textOf = (name: string) => readFileSync(path.join(folder, name), 'utf8');
/** As it would be without the fault that no order sets right. */
const corrected = (name: string) => textOf(name).replaceAll(dangling, meant);

/** Files that belong together: definitions and their entries, picklists, parts of definitions. */
const bundles: Record<string, string[]> = {
  distributor: filesOf('distributor', 'validator'),
  ticket: filesOf('ticket-00', 'ticket-01'),
};
const orders: Record<string, (files: string[]) => string[]> = {
  forward: (files) => files,
  reverse: (files) => files.toReversed(),
  // Every second file, then the others from the end.
  shuffled: (files) => [
    ...files.filter((_, place) => place % 2 === 1),
    ...files.filter((_, place) => place % 2 === 0).toReversed(),
  ],
};
const ordered = Object.keys(bundles).flatMap((bundle) => Object.keys(orders).map((order) => ({ bundle, order })));

describeSamples('real files of objects', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const stage = (name: string, place: Place) => flow.stage(textOf(name), place, { fileName: name });

  /** Imports what can be imported of each file, in their order, and those of which something is left once more. */
  async function importFiles(files: readonly string[], place: Place): Promise<void> {
    let left = [...files];
    for (let round = 0; left.length > 0; round += 1) {
      if (round > files.length) throw new Error(`Nothing moves any more: ${left.join(', ')}`);
      const unfinished: string[] = [];
      for (const name of left) {
        const plan = await flow.stage(corrected(name), place, { fileName: name });
        const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
        if (task?.status !== 'COMPLETED') unfinished.push(name);
      }
      left = unfinished;
    }
  }

  async function digestsOf(place: Place): Promise<Record<string, string>> {
    return Object.fromEntries((await flow.resources(place)).map(({ name, digest }) => [name, digest]));
  }

  const contents = new Map<string, Record<string, string>>();
  async function expectSameContents(bundle: string, place: Place): Promise<void> {
    const digests = await digestsOf(place);
    expect(digests).toEqual(contents.get(bundle) ?? digests);
    contents.set(bundle, digests);
    expect(Object.keys(digests).length).toBeGreaterThan(5);
  }

  it.each(ordered)('of $bundle give the same when they are imported one by one, $order', async ({ bundle, order }) => {
    const place = await flow.makeProject();
    await importFiles(orders[order]!(bundles[bundle]!), place);
    await expectSameContents(bundle, place);
  });

  it.each(ordered)('of $bundle give the same packed together, $order', async ({ bundle, order }) => {
    const files = orders[order]!(bundles[bundle]!);
    const archive = await zipOf(Object.fromEntries(files.map((name, place) => [`${place}-${name}`, corrected(name)])));
    const place = await flow.makeProject();
    const packed = { fileName: 'bundle.zip', mediaType: 'application/zip' };
    const plan = await flow.stage(archive, place, packed);
    expect({ ...plan.counts, isExecutable: plan.isExecutable }).toMatchObject({
      create: plan.counts.total,
      isExecutable: true,
    });
    expect((await flow.execute(plan.id)).task?.status).toBe('COMPLETED');
    await expectSameContents(bundle, place);
    const { total } = plan.counts;
    expect((await flow.stage(archive, place, packed)).counts).toMatchObject({ total, unchanged: total });
  });

  it.each(
    Object.keys(bundles).flatMap((bundle) =>
      (['JSON', 'JSONL', 'ZIP', 'JSONT', 'LIFERAY_JSON', 'LIFERAY_JSONL'] as const).map((format) => ({
        bundle,
        format,
      })),
    ),
  )('of $bundle, exported as $format, have nothing to do, and give the same elsewhere', async ({ bundle, format }) => {
    const place = await flow.makeProject();
    const target = await flow.makeProject();
    await importFiles(bundles[bundle]!, place);
    const isArchive = format === 'JSONT' || format.startsWith('LIFERAY');
    const { task, bytes } = await exportBytes(server, {
      selection: { branchId: place.branchId, all: true },
      format,
      isArchive,
    });
    const { name: fileName, mediaType } = task.files[0]!;
    const stageIn = ({ branchId }: Place) => stageFile(server, bytes, { branchId, fileName, mediaType });
    const total = task.totalCount!;
    expect((await stageIn(place)).counts).toMatchObject({ total, unchanged: total });
    const plan = await stageIn(target);
    expect(plan.counts).toMatchObject({ total, create: total });
    await flow.execute(plan.id);
    expect(await digestsOf(target)).toEqual(await digestsOf(place));
    expect((await stageIn(target)).counts).toMatchObject({ total, unchanged: total });
  });

  it('report the definition that has another name, with the one that is meant', async () => {
    const place = await flow.makeProject();
    for (const name of filesOf('distributor-00', 'distributor-01')) await flow.import(textOf(name), place);
    const plan = await stage(filesOf('distributor-02')[0]!, place);
    const { problems } = itemsByName(plan)['D4B8_DISTRIBUTOR_APPLICATION']!;
    const [missing] = problems.filter(({ message }) => message.includes(`"${dangling}"`));
    expect(missing).toMatchObject({
      code: 'DEPENDENCY_MISSING',
      severity: 'ERROR',
      path: ['objectRelationships', expect.any(String), expect.any(String)],
    });
    expect(missing?.fix).toContain(`Did you mean "${meant}"?`);
    expect(
      problems.filter(({ message }) => message.includes('requires object definition "D4B8_DISTRIBUTOR_APPLICATION"')),
    ).toEqual([]);
    expect(Object.values(actionsOf(plan))).toEqual(['BLOCKED', 'BLOCKED', 'BLOCKED']);
    expect(codesOf(itemsByName(plan)[meant]!.problems)).toEqual(['DEPENDENCY_BLOCKED', 'OWNER_DIFFERS']);
  });

  it('report settings that have no effect, with what was meant', async () => {
    const plan = await stage(filesOf('distributor-02')[0]!, await flow.makeProject());
    const [unknown] = plan.problems.filter(({ code }) => code === 'SETTING_UNKNOWN');
    expect(unknown).toMatchObject({ severity: 'WARNING', path: ['configuration', 'parameters', 'onErrorFail'] });
    expect(unknown?.fix).toContain('"importStrategy": "ON_ERROR_FAIL"');
  });

  it('name objects of the product itself as external, and never as missing', async () => {
    const place = await flow.makeProject();
    await importFiles(bundles['ticket']!, place);
    const plan = await stage(filesOf('ticket-02')[0]!, place);
    expect(actionsOf(plan)).toEqual({ L_USER: 'BLOCKED' });
    expect(itemsByName(plan)['L_USER']?.problems).toMatchObject([
      { code: 'DEPENDENCY_MISSING', message: expect.stringContaining(`which belongs to the product`) as string },
    ]);
    const [ticket] = (await flow.resources(place)).filter(({ name }) => name === 'TICKET');
    const document = `query ($id: ID!) { resource(id: $id) { dependencies(first: 500) { nodes { targetName isResolved isExternal } } } }`;
    type Answer = {
      resource: { dependencies: { nodes: { targetName: string; isResolved: boolean; isExternal: boolean }[] } };
    };
    const { dependencies } = (await flow.ask<Answer>(document, { id: ticket!.id })).resource;
    expect(dependencies.nodes.filter(({ isResolved, isExternal }) => !isResolved && !isExternal)).toEqual([]);
    expect(dependencies.nodes.some(({ isExternal }) => isExternal)).toBe(true);
  });

  it('of older generations are read: a saved page, and a batch file of an installation', async () => {
    const coupon = await stage(filesOf('coupon')[0]!, await flow.makeProject());
    expect(coupon).toMatchObject({ status: 'READY', format: 'objects/page', counts: { create: 1, blocked: 0 } });
    const devcon = await stage(filesOf('devcon')[0]!, await flow.makeProject());
    expect(devcon).toMatchObject({ format: 'objects/jsont', counts: { total: 1, blocked: 1 } });
    expect(missingOf(devcon)).toEqual(
      ['PRIORITIES', 'REGIONS', 'RESOLUTIONS', 'STATUSES', 'TYPES'].map((name) => `LIST_TICKET_${name}`),
    );
  });

  it('of a class that is no resource here are refused, and the class is named', async () => {
    const plan = await stage(filesOf('jsont-account')[0]!, await flow.makeProject());
    expect(plan).toMatchObject({ status: 'FAILED', problems: [{ code: 'UNKNOWN_KIND' }] });
    expect(plan.problems[0]?.message).toContain('Account');
  });

  function missingOf(plan: PlanView): string[] {
    const problems = plan.items.edges.flatMap(({ node }) => node.problems);
    return problems
      .filter(({ code }) => code === 'DEPENDENCY_MISSING')
      .map(({ message }) => /requires picklist "([^"]+)"/.exec(message)?.[1] ?? message)
      .toSorted();
  }
});
