/** What a file says is kept; what can't be kept is told, with what follows from that. */
import { ImportFlow, type BranchResource, type Place, type PlanView } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';
import { sharedServer } from '../support/sharedServer.js';

describe('what a file of objects holds', () => {
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    flow = new ImportFlow(await sharedServer());
  });
  beforeEach(async () => {
    place = await flow.makeProject();
  });

  const found = async (name: string): Promise<BranchResource | undefined> =>
    (await flow.resources(place)).find((resource) => resource.name === name);
  const updateByHand = async (id: string, spec: object): Promise<{ code: string }[]> => {
    const document = 'mutation ($input: UpdateResourceInput!) { updateResource(input: $input) { problems { code } } }';
    const { data } = await flow.client.query(document, { input: { id, spec } });
    return (data as { updateResource: { problems: { code: string }[] } }).updateResource.problems;
  };
  const told = ({ problems }: PlanView) => problems.filter(({ code }) => code === 'CONTENT_IGNORED');

  it('is kept under the names of fields, whatever the product calls its own members', async () => {
    const fields = [
      textField('title'),
      { ...textField('datePublished'), businessType: 'DateTime', DBType: 'DateTime' },
      { ...textField('siteId'), businessType: 'Integer', DBType: 'Integer' },
    ];
    await flow.import(definitionFile([definitionSpec('ARTICLE', 'Article', fields)]), place);
    const entry = {
      externalReferenceCode: 'a1',
      title: 'First',
      datePublished: '2024-03-01T10:00:00.000Z',
      siteId: 7,
    };
    const own = { id: 3, scopeId: 4, actions: { get: { href: 'https://host/a', method: 'GET' } } };
    const plan = await flow.stage(entryFile('Article', [{ ...entry, ...own }]), place);
    expect(told(plan).map(({ message, path }) => [path, message])).toEqual([
      [['id'], 'Numeric ids of the source were removed: /id (once), /scopeId (once).'],
      [['actions'], 'Computed values of the source were removed: /actions (once).'],
    ]);
    expect((await flow.execute(plan.id)).task?.status).toBe('COMPLETED');
    expect((await found('Article/a1'))?.spec).toEqual(entry);
  });

  it('is kept in the parameters of an action; a target by number alone is told', async () => {
    const executor = { objectActionTriggerKey: 'onAfterAdd', active: true };
    const own = { priceListId: 77, retryIds: [1, 2], objectDefinitionId: 3, url: 'https://fn.example/x' };
    const objectActions = [
      { ...executor, name: 'tell', objectActionExecutorKey: 'notification', parameters: { notificationTemplateId: 44_123 } },
      { ...executor, name: 'add', objectActionExecutorKey: 'add-object-entry', parameters: { objectDefinitionId: 43_210 } },
      { ...executor, name: 'mine', objectActionExecutorKey: 'function#my-fn', parameters: own },
    ]; // prettier-ignore
    const plan = await flow.stage(definitionFile([{ ...definitionSpec('NOTE', 'Note'), objectActions }]), place);
    expect(told(plan)).toMatchObject([
      {
        path: ['objectActions', '0', 'parameters', 'notificationTemplateId'],
        message: expect.stringContaining('44123') as string,
        fix: expect.stringContaining('"notificationTemplateExternalReferenceCode"') as string,
      },
      {
        path: ['objectActions', '1', 'parameters', 'objectDefinitionId'],
        message: expect.stringContaining('43210') as string,
        fix: expect.stringContaining('"objectDefinitionExternalReferenceCode"') as string,
      },
    ]);
    await flow.execute(plan.id);
    expect((await found('NOTE'))?.spec['objectActions']).toMatchObject([
      { parameters: {} },
      { parameters: {} },
      { parameters: own },
    ]);
  });

  it('is told once for a cause, however many items lose something', async () => {
    const file = { ...textField('file'), businessType: 'Attachment', DBType: 'Long' };
    await flow.import(definitionFile([definitionSpec('CONTRACT', 'Contract', [textField('no'), file])]), place);
    const entries = [1, 2, 3, 4, 5].map((no) => ({
      externalReferenceCode: `c${no}`,
      file: { id: 100 + no, name: `c${no}.pdf`, link: { href: `/documents/${no}`, label: `c${no}.pdf` } },
      r_owner_accountEntryId: 200 + no,
    }));
    const plan = await flow.stage(entryFile('Contract', entries), place);
    expect(told(plan)).toMatchObject([
      {
        path: ['r_owner_accountEntryId'],
        message: expect.stringMatching(/removed \(5 times\): 201 at \/r_owner_accountEntryId of "Contract\/c1".* and 2 more/) as string,
        fix: expect.stringContaining('"r_owner_accountEntryERC"') as string,
      },
      {
        path: ['file'],
        message: expect.stringMatching(/numeric id of the source.*101 at \/file .*document is not imported with the entry/) as string,
      },
    ]); // prettier-ignore
    await flow.execute(plan.id);
    expect((await found('Contract/c1'))?.spec['file']).toEqual({
      name: 'c1.pdf',
      link: { href: '/documents/1', label: 'c1.pdf' },
    });
  });

  describe('with members of a newer release', () => {
    const newer = {
      ...definitionSpec('NEWER', 'Newer', [
        textField('a', { brandNewMember: true }),
        textField('b', { brandNewMember: 1 }),
        textField('c', { objectFieldSettings: [{ name: 'maxLength', value: '9', newInSetting: true }] }),
      ]),
      objectFeilds: { x: 1 },
    };

    it('is kept, and each member is reported once', async () => {
      const plan = await flow.stage(definitionFile([newer]), place);
      expect(plan.items.edges.flatMap(({ node }) => node.problems)).toMatchObject([
        {
          ...{ code: 'MEMBER_UNKNOWN', severity: 'WARNING', path: ['objectFeilds'] },
          message: 'The spec has a member "objectFeilds" that is not known; it is kept as it is.',
          fix: 'Did you mean "objectFields"?',
        },
        {
          path: ['objectFields', '0', 'brandNewMember'],
          message: 'objectFields/0 has a member "brandNewMember" that is not known; it is kept as it is. (2 places)',
        },
        { path: ['objectFields', '2', 'objectFieldSettings', '0', 'newInSetting'] },
      ]);
      expect((await flow.execute(plan.id)).task?.status).toBe('COMPLETED');
      expect((await found('NEWER'))?.spec).toEqual(newer);
    });

    it('is also kept when it is created by hand, and each member is reported with its place in the input', async () => {
      const query = `mutation ($input: CreateResourceInput!) { createResource(input: $input) {
        resource { spec } problems { code severity path fix } } }`;
      const input = { branchId: place.branchId, kind: 'objects/ObjectDefinition', name: 'NEWER', spec: newer };
      const { data } = await flow.client.query(query, { input });
      const warning = { code: 'MEMBER_UNKNOWN', severity: 'WARNING' };
      expect(data).toMatchObject({
        createResource: {
          resource: { spec: newer },
          problems: [
            { ...warning, path: ['input', 'spec', 'objectFeilds'], fix: 'Did you mean "objectFields"?' },
            { ...warning, path: ['input', 'spec', 'objectFields', '0', 'brandNewMember'] },
            { ...warning, path: ['input', 'spec', 'objectFields', '2', 'objectFieldSettings', '0', 'newInSetting'] },
          ],
        },
      });
    });

    it('is kept when it is changed by hand, and each member is reported', async () => {
      await flow.import(definitionFile([newer]), place);
      const resource = (await found('NEWER'))!;
      const spec = { ...newer, brandOld: 1 };
      const problems = await updateByHand(resource.id, spec);
      expect(problems.map(({ code }) => code)).toEqual(new Array(4).fill('MEMBER_UNKNOWN'));
      expect((await found('NEWER'))?.spec).toEqual(spec);
    });

    it('is blocked when the import is to be strict, and always where a known member is of the wrong type', async () => {
      const strict = await flow.stage(definitionFile([newer]), place, { options: { isStrict: true } });
      expect(strict.items.edges[0]?.node).toMatchObject({ action: 'BLOCKED' });
      const wrong = await flow.stage(definitionFile([{ ...newer, scope: 7 }]), place);
      expect(wrong.items.edges[0]?.node).toMatchObject({ action: 'BLOCKED' });
      expect(wrong.items.edges[0]?.node.problems.map(({ code, path }) => [code, path[0]])).toContainEqual([
        'SPEC_INVALID',
        'scope',
      ]);
    });
  });
});
