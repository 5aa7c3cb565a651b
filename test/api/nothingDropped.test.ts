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
      [['id'], 'Numbers by which the source knows its items were left out: /id (once), /scopeId (once).'],
      [['actions'], 'What the source computes of its items was left out: /actions (once).'],
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
        message: expect.stringMatching(/left out \(5 times\): 201 at \/r_owner_accountEntryId of "Contract\/c1".* and 2 more/) as string,
        fix: expect.stringContaining('"r_owner_accountEntryERC"') as string,
      },
      {
        path: ['file'],
        message: expect.stringMatching(/number of its source.*101 at \/file .*document does not come with the entry/) as string,
      },
    ]); // prettier-ignore
    await flow.execute(plan.id);
    expect((await found('Contract/c1'))?.spec['file']).toEqual({
      name: 'c1.pdf',
      link: { href: '/documents/1', label: 'c1.pdf' },
    });
  });
});
