/** A kind that this server does not have is told wherever one is named, with the kind that was most likely meant. */
import { castFunction, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { importDocuments } from '../support/importDocuments.js';
import { ImportFlow, type Place, type PlanProblem, type PlanView } from '../support/importFlow.js';
import { sharedServer } from '../support/sharedServer.js';

const wrong = 'fast-data/CastFuncton';
const fix = 'Did you mean "fast-data/CastFunction"?';

describe('a kind that there is not', () => {
  let flow: ImportFlow;
  let place: Place;
  let plan: PlanView;
  beforeAll(async () => {
    flow = new ImportFlow(await sharedServer());
    place = await flow.makeProject();
    plan = await flow.stage(bundleOf([castFunction('a'), { ...systemOfRecord('erp'), kind: 'other/Thing' }]), place);
  });

  async function errorOf(document: string, variables: Record<string, unknown>) {
    const { errors } = await flow.client.query(document, variables);
    return errors?.map(({ message, extensions }) => ({ message, code: extensions['code'] }));
  }

  async function problemsOf(field: keyof typeof importDocuments, input: object): Promise<PlanProblem[]> {
    const data = await flow.ask<Record<string, { problems: PlanProblem[] }>>(importDocuments[field], { input });
    return data[field]!.problems;
  }

  const inFilter = { message: `The filter contains the kind "${wrong}", which this server does not have. ${fix}`, code: 'BAD_USER_INPUT' }; // prettier-ignore

  it('is an error in the filter of resources, by whatever way they are listed', async () => {
    const variables = { branchId: place.branchId, kinds: ['fast-data/Projection', wrong] };
    const list = 'query ($branchId: ID!, $kinds: [String!]) { resources(branchId: $branchId, filter: { kinds: $kinds }) { totalCount } }'; // prettier-ignore
    const ofBranch = 'query ($key: String!, $kinds: [String!]) { project(key: $key) { defaultBranch { resources(filter: { kinds: $kinds }) { totalCount } } } }'; // prettier-ignore
    expect(await errorOf(list, variables)).toEqual([inFilter]);
    expect(await errorOf(ofBranch, { ...variables, key: place.key })).toEqual([inFilter]);
  });

  it('is an error in the filter of the items of a plan, unless items of the file are of it', async () => {
    expect(await errorOf(importDocuments.plan, { id: plan.id, filter: { kinds: [wrong] } })).toEqual([inFilter]);
    const { items } = await flow.plan(plan.id, { filter: { kinds: ['other/Thing'] } });
    expect(items.edges.map(({ node }) => node.name)).toEqual(['erp']);
  });

  it('is an error where the fields of a kind are asked for', async () => {
    const document = 'query ($branchId: ID!, $kind: String!) { exportFields(branchId: $branchId, kind: $kind) { name } }'; // prettier-ignore
    const message = `This server has no kind "${wrong}". ${fix}`;
    const told = await errorOf(document, { branchId: place.branchId, kind: wrong });
    expect(told).toEqual([{ message, code: 'BAD_USER_INPUT' }]);
  });

  it.each([
    ['createResource', () => ({ branchId: place.branchId, kind: wrong, name: 'x', spec: {} }), 'input/kind'],
    ['remapPrerequisite', () => ({ planId: plan.id, kind: wrong, name: 'x', toName: 'y' }), 'input/kind'],
    ['selectImportItems', () => ({ planId: plan.id, isSelected: false, kinds: ['other/Thing', wrong] }), 'input/kinds/1'],
    ['setImportMode', () => ({ planId: plan.id, mode: 'COPY', kinds: [wrong] }), 'input/kinds/0'],
    ['startExport', () => ({ selection: { branchId: place.branchId, kinds: [wrong] } }), 'input/selection/kinds/0'],
  ] as const)('is a problem of %s', async (field, input, path) => {
    const problems = await problemsOf(field, input());
    expect(problems.find(({ code }) => code === 'UNKNOWN_KIND')).toMatchObject({ path: path.split('/'), fix });
  }); // prettier-ignore

  it('that is like none brings all kinds that there are', async () => {
    const [problem] = await problemsOf('createResource', {
      branchId: place.branchId,
      kind: 'x/Y',
      name: 'x',
      spec: {},
    });
    expect(problem?.fix).toMatch(/^Use one of fast-data\/CastFunction, .*analytics\/Dashboard\.$/);
  });
});
