/** The site of an entry is a part of what it is: the same code on two sites is two entries, in files of every shape. */
import JSZip from 'jszip';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';
import { sharedServer } from '../support/sharedServer.js';

describe('entries of sites', () => {
  let flow: ImportFlow;
  let place: Place;
  const notice = { ...definitionSpec('NOTICE', 'Notice', [textField('text')]), scope: 'site' };
  beforeAll(async () => {
    flow = new ImportFlow(await sharedServer());
  });
  beforeEach(async () => {
    place = await flow.makeProject();
    const relationship = {
      name: 'noticeToNotes', type: 'oneToMany', label: { en_US: 'n' },
      objectDefinitionExternalReferenceCode1: 'NOTICE', objectDefinitionExternalReferenceCode2: 'NOTE',
    }; // prettier-ignore
    const definitions = [
      { ...notice, objectRelationships: [relationship] },
      { ...definitionSpec('NOTE', 'Note', [textField('text')]), scope: 'site' },
      definitionSpec('MEMO', 'Memo', [textField('text')]),
    ];
    await flow.import(definitionFile(definitions), place);
  });

  const names = async () =>
    (await flow.resources(place)).filter(({ kind }) => kind.name === 'objects/ObjectEntry').map(({ name }) => name);
  const onSite = (site: object, text: string, code = 'welcome') =>
    entryFile('Notice', [{ externalReferenceCode: code, text }], site);
  const importBoth = async () => {
    await flow.import(onSite({ siteExternalReferenceCode: 'SITE_A' }, 'Welcome to A'), place);
    await flow.import(onSite({ siteExternalReferenceCode: 'B/1%' }, 'Welcome to B'), place);
  };
  const exported = async (format: string, isArchive: boolean, kinds = ['objects/ObjectEntry']) => {
    const document = `mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } problems { message } } }`;
    const input = { selection: { branchId: place.branchId, kinds }, format, isArchive };
    const { data } = await flow.client.query(document, { input });
    const { task, problems } = (
      data as { startExport: { task: { id: string } | null; problems: { message: string }[] } }
    ).startExport;
    if (!task) return problems;
    const { files } = await flow.ended(task.id);
    return Buffer.from(await (await fetch(files[0]!.url)).arrayBuffer());
  };

  it('with one code on two sites are two, named with their site', async () => {
    await importBoth();
    expect(await names()).toEqual(['Notice@B%2F1%25/welcome', 'Notice@SITE_A/welcome']);
    const again = await flow.stage(onSite({ siteExternalReferenceCode: 'SITE_A' }, 'Welcome to A'), place);
    expect(again.counts).toMatchObject({ total: 1, unchanged: 1 });
    expect(again.problems).toEqual([]);
  });

  it('say it by a key, by an asset library, and by themselves; a number is told', async () => {
    await flow.import(onSite({ siteId: 'guest' }, 'x', 'a'), place);
    await flow.import(onSite({ assetLibraryExternalReferenceCode: 'LIB' }, 'x', 'a'), place);
    await flow.import(entryFile('Notice', [{ externalReferenceCode: 'a', scopeKey: 'Other' }]), place);
    expect(await names()).toEqual(['Notice@LIB/a', 'Notice@Other/a', 'Notice@guest/a']);
    const { problems } = await flow.stage(onSite({ siteId: '20121' }, 'x'), place);
    expect(problems).toMatchObject([
      {
        code: 'CONTENT_IGNORED',
        path: ['configuration', 'parameters', 'siteId'],
        message: expect.stringContaining('"20121"') as string,
        fix: 'Add "siteExternalReferenceCode" beside it.',
      },
    ]);
  });

  const oneEntry = (more: object, settings: object = {}) =>
    flow.stage(entryFile('Notice', [{ externalReferenceCode: 'a', text: 'x', ...more }], settings), place);

  it.each([
    [{}, 'siteExternalReferenceCode', 'name no site'],
    [{ scopeKey: '' }, 'scopeKey', 'name no site'],
    [{ siteId: 20121 }, 'siteId', 'by a numeric id'],
    [{ siteId: '20121' }, 'siteId', 'by a numeric id'],
    [{ groupId: 20121 }, 'groupId', 'by a numeric id'],
  ])('that say no site, as in %j, are told that they lose it, once', async (more, member, claim) => {
    const { counts, problems } = await oneEntry(more);
    expect(counts).toMatchObject({ create: 1 });
    expect(problems).toMatchObject([{ code: 'CONTENT_IGNORED', path: [member], line: 12, name: 'Notice/a' }]);
    expect(problems[0]?.message).toContain(claim);
    expect(problems[0]?.message).toContain('imported without a site');
    expect(problems[0]?.fix).toContain('"siteExternalReferenceCode"');
  });

  it.each([
    [{ siteExternalReferenceCode: ['A'] }, 'an array'],
    [{ siteExternalReferenceCode: 5 }, 'is 5'],
    [{ scopeKey: true }, 'is true'],
    [{ scopeKey: {} }, 'an object'],
    [{ scopeKey: '  ' }, 'is blank'],
    [{ siteId: true }, 'no field'],
    [{ siteId: 'guest' }, 'no field'],
  ])('that name their site by what cannot, %j, are blocked at that place', async (more, claim) => {
    const { items, problems } = await oneEntry(more);
    expect(problems).toEqual([]);
    const [path] = Object.keys(more);
    expect(items.edges[0]?.node).toMatchObject({
      action: 'BLOCKED',
      problems: [{ code: 'SPEC_INVALID', path: [path], message: expect.stringContaining(claim) as string }],
    });
  });

  it.each([
    { siteExternalReferenceCode: 5 },
    { siteExternalReferenceCode: {} },
    { siteId: ['A'] },
    { siteId: true },
    { scopeKey: 5 },
    { scopeKey: '  ' },
  ])('of a file whose setting names no site, %j, are not read', async (settings) => {
    const { status, problems } = await oneEntry({}, settings);
    expect(status).toBe('FAILED');
    const path = ['configuration', 'parameters', Object.keys(settings)[0]];
    expect(problems).toMatchObject([{ code: 'SETTING_INVALID', path, line: 2 }]);
  });

  it('take the setting "scopeKey", and a number as the setting of a code', async () => {
    await flow.import(onSite({ scopeKey: 'K' }, 'x', 'a'), place);
    await flow.import(onSite({ siteExternalReferenceCode: '5' }, 'x', 'a'), place);
    expect(await names()).toEqual(['Notice@5/a', 'Notice@K/a']);
  });

  it('of a table are mapped to their site', async () => {
    const table = 'Code;Site;Text\nwelcome;20121;x\n';
    const mapping = [
      { source: 'Code', target: 'externalReferenceCode' },
      { source: 'Site', target: 'scopeKey' },
      { source: 'Text', target: 'text' },
    ];
    const options = { kind: 'objects/ObjectEntry', definitionErc: 'NOTICE', mapping };
    const { id } = await flow.stage(table, place, { options });
    const query = 'query ($id: ID!) { importPlan(id: $id) { targetFields { name isRequired } } }';
    expect((await flow.client.query(query, { id })).data).toEqual({
      importPlan: {
        targetFields: [
          { name: 'externalReferenceCode', isRequired: true },
          { name: 'siteExternalReferenceCode', isRequired: false },
          { name: 'scopeKey', isRequired: false },
          { name: 'text', isRequired: false },
        ],
      },
    });
    await flow.execute(id);
    expect(await names()).toEqual(['Notice@20121/welcome']);
  });

  it.each([{ siteExternalReferenceCode: 'A', scopeKey: 'k' }, { scopeKey: '20121' }])(
    'keep all that %j says of the site, from one project to another',
    async (site) => {
      await flow.import(entryFile('Notice', [{ externalReferenceCode: 'a', text: 'x', ...site }]), place);
      const there = async (where: Place) =>
        (await flow.resources(where)).flatMap(({ kind, name, spec }) =>
          kind.name === 'objects/ObjectEntry' ? [{ name, spec }] : [],
        );
      const before = await there(place);
      for (const format of ['JSONT', 'LIFERAY_JSON', 'LIFERAY_JSONL', 'CSV']) {
        const file = (await exported(format, true)) as Buffer;
        const other = await flow.makeProject();
        await flow.import(definitionFile([notice]), other);
        const plan = await flow.stage(file, other);
        expect(plan.problems).toEqual([]);
        await flow.execute(plan.id);
        expect(await there(other)).toEqual(before);
      }
    },
  );

  it('of a definition for the whole company have no site, which is reported', async () => {
    const file = entryFile('Memo', [{ externalReferenceCode: 'm', text: 'x' }], {
      siteExternalReferenceCode: 'SITE_A',
    });
    const plan = await flow.stage(file, place);
    expect(plan.items.edges.map(({ node }) => node.name)).toEqual(['Memo/m']);
    expect(plan.problems).toMatchObject([{ code: 'CONTENT_IGNORED', path: ['siteExternalReferenceCode'] }]);
  });

  it('have parents on the same site', async () => {
    await importBoth();
    const child = { externalReferenceCode: 'n', text: 'x', r_noticeToNotes_c_noticeERC: 'welcome' };
    const there = await flow.stage(entryFile('Note', [child], { siteExternalReferenceCode: 'SITE_A' }), place);
    expect(there.items.edges[0]?.node).toMatchObject({ action: 'CREATE', problems: [] });
    const nowhere = await flow.stage(entryFile('Note', [child], { siteExternalReferenceCode: 'C' }), place);
    expect(nowhere.items.edges[0]?.node.action).toBe('BLOCKED');
  });

  it.each(['JSONT', 'LIFERAY_JSON', 'LIFERAY_JSONL', 'CSV'])('name their site again in files of %s', async (format) => {
    await importBoth();
    const before = await flow.resources(place);
    expect(await exported(format, false)).toMatchObject([{ message: expect.stringContaining('"SITE_A"') as string }]);
    const archive = (await exported(format, true)) as Buffer;
    const files = Object.keys((await JSZip.loadAsync(archive)).files);
    expect(files).toHaveLength(2);
    const plan = await flow.stage(archive, place);
    expect(plan.problems).toEqual([]);
    expect(plan.counts).toMatchObject({ total: 2, unchanged: 2 });
    expect(await flow.resources(place)).toEqual(before);
  });

  it('come back from a bundle', async () => {
    await importBoth();
    const plan = await flow.stage(await flow.export(place), place);
    expect(plan.counts).toMatchObject({ total: 5, unchanged: 5 });
  });

  it('made by hand are named with their site, and stay on it', async () => {
    const definition = (await flow.resources(place)).find(({ name }) => name === 'NOTICE')!;
    const spec = { externalReferenceCode: 'w', text: 'x', siteExternalReferenceCode: 'A' };
    const kind = 'objects/ObjectEntry';
    await flow.create(place, { kind, name: 'Notice@A/w', spec }, definition.id);
    await flow.create(place, { kind, name: 'Notice/w', spec: { externalReferenceCode: 'w' } }, definition.id);
    const id = (await flow.resources(place)).find(({ name }) => name === 'Notice@A/w')!.id;
    const document =
      'mutation ($input: UpdateResourceInput!) { updateResource(input: $input) { problems { message } } }';
    const update = (changed: object) => flow.client.query(document, { input: { id, spec: changed } });
    expect((await update({ ...spec, siteExternalReferenceCode: 'B' })).data).toMatchObject({
      updateResource: {
        problems: [{ message: expect.stringContaining('The site is part of the name "Notice@A/w"') as string }],
      },
    });
    expect((await update({ ...spec, text: 'y' })).data).toMatchObject({ updateResource: { problems: [] } });
  });
});
