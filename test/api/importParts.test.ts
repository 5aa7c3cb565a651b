/** What an overwrite takes away is named, whatever the kind, and a stand-in is judged alike wherever one is chosen. */
import { importDocuments } from '../support/importDocuments.js';
import { ImportFlow, itemsByName, type PlanView } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';
import { sharedServer } from '../support/sharedServer.js';

describe('an overwrite that takes parts away', () => {
  let flow: ImportFlow;
  beforeAll(async () => {
    flow = new ImportFlow(await sharedServer());
  });

  const picklist = (keys: string[], settings: object) =>
    JSON.stringify({
      configuration: { className: 'com.liferay.headless.admin.list.type.dto.v1_0.ListTypeDefinition', parameters: { createStrategy: 'UPSERT', updateStrategy: 'UPDATE', ...settings } },
      items: [{ externalReferenceCode: 'STATES', name: 'States', listTypeEntries: keys.map((key) => ({ key, name: key })) }],
    }); // prettier-ignore

  it('of a picklist is blocked until it is allowed, or keeps what the file does not contain', async () => {
    const place = await flow.makeProject();
    await flow.import(picklist(['open', 'closed'], {}), place);
    const plan = await flow.stage(picklist(['open'], {}), place);
    const [problem] = itemsByName(plan)['STATES']?.problems ?? [];
    expect(problem).toMatchObject({
      code: 'DELETION_NOT_ALLOWED',
      path: ['listTypeEntries', '1'],
      message: 'The update removes the entry "closed" of "STATES". No entry of the branch uses it.',
      fix: 'Allow it with isDeletionAllowed, or use PARTIAL_UPDATE to keep what the file does not contain.',
    });
    await flow.setOptions(plan.id, { isDeletionAllowed: true });
    expect(await flow.plan(plan.id)).toMatchObject({ isExecutable: true, counts: { update: 1 } });
    const partial = await flow.import(picklist(['new'], { updateStrategy: 'PARTIAL_UPDATE' }), place);
    expect(partial).toMatchObject({ updatedCount: 1 });
    const [resource] = await flow.resources(place);
    const entries = resource?.spec['listTypeEntries'] as { key: string }[];
    expect(entries.map(({ key }) => key)).toEqual(['open', 'closed', 'new']);
  });

  it('of a picklist tells how many entries of the branch hold each key', async () => {
    const place = await flow.makeProject();
    const chosen = { listTypeDefinitionExternalReferenceCode: 'STATES' };
    const fields = [
      textField('title'),
      textField('state', { ...chosen, businessType: 'Picklist' }),
      textField('tags', { ...chosen, businessType: 'MultiselectPicklist' }),
    ];
    await flow.import(picklist(['open', 'clos_d', 'a"b', 'idle'], {}), place);
    await flow.import(definitionFile([definitionSpec('CASE', 'Case', fields)]), place);
    const entries = [
      { externalReferenceCode: 'c1', title: 'clos_d', state: 'open' },
      { externalReferenceCode: 'c2', state: { key: 'clos_d' }, tags: ['clos_d', { key: 'a"b' }] },
      { externalReferenceCode: 'c3', tags: [{ key: 'clos_d' }] },
    ];
    await flow.import(entryFile('Case', entries), place);
    const plan = await flow.stage(picklist(['open'], {}), place);
    const told = () => itemsByName(plan)['STATES']?.problems.map(({ code, message }) => [code, message]);
    const sentences = [
      'The update removes the entry "clos_d" of "STATES". 2 entries of the branch use it and become invalid.',
      'The update removes the entry "a"b" of "STATES". One entry of the branch uses it and becomes invalid.',
      'The update removes the entry "idle" of "STATES". No entry of the branch uses it.',
    ];
    expect(told()).toEqual(sentences.map((sentence) => ['DELETION_NOT_ALLOWED', sentence]));
    await flow.setOptions(plan.id, { isDeletionAllowed: true });
    const allowed = itemsByName(await flow.plan(plan.id))['STATES']?.problems;
    expect(allowed?.map(({ code, message }) => [code, message])).toEqual(
      sentences.map((sentence) => ['PART_REMOVED', sentence]),
    );
  });

  const aggregation = (field: string) =>
    JSON.stringify({
      version: '1.3.0',
      config: {
        SV_CONFIG: {
          dependencies: { pr_posts: { type: 'projection', on: '_identifier' } },
          mapping: { [field]: `pr_posts.${field}` },
        },
      },
    });

  it('of a single view that another creator feeds is told, and that the whole aggregation is replaced', async () => {
    const place = await flow.makeProject();
    await flow.import(aggregation('title'), place, { options: { name: 'sv_posts' } });
    const options = { name: 'sv_posts', createStrategy: 'UPSERT' };
    const plan = await flow.stage(aggregation('likes'), place, { options });
    const told = itemsByName(plan)['sv_posts']?.problems.find(({ code }) => code === 'PART_REMOVED');
    expect(told).toMatchObject({
      severity: 'WARNING',
      message:
        'The update replaces the whole aggregation of "sv_posts", and these parts of it are removed: mapping "SV_CONFIG/title".',
      path: ['aggregation', 'config', 'SV_CONFIG', 'mapping', 'title'],
    });
    expect(plan.isExecutable).toBe(true);
  });
});

describe('what stands for an entry', () => {
  const relationship = (to: string) => ({ name: `${to.toLowerCase()}s`, type: 'oneToMany', objectDefinitionExternalReferenceCode1: 'DESK', objectDefinitionExternalReferenceCode2: to.toUpperCase(), objectDefinitionName2: to, label: { en_US: to }, deletionType: 'cascade' }); // prettier-ignore
  const ticket = (code: string, desk: string) =>
    entryFile('Ticket', [{ externalReferenceCode: code, r_tickets_c_deskERC: desk }]);
  let flow: ImportFlow;
  let plan: PlanView;
  beforeAll(async () => {
    flow = new ImportFlow(await sharedServer());
    const place = await flow.makeProject();
    const desk = { ...definitionSpec('DESK', 'Desk'), objectRelationships: [relationship('Ticket')] };
    await flow.import(definitionFile([desk, definitionSpec('TICKET', 'Ticket')]), place);
    await flow.import(entryFile('Desk', [{ externalReferenceCode: 'nowhare' }, { externalReferenceCode: 'north' }]), place); // prettier-ignore
    await flow.import(ticket('nowhere', 'north'), place);
    plan = await flow.stage(ticket('nowhere2', 'nowhere'), place);
  });

  it('is an entry of the same definition, never the item itself, and by its code alone', async () => {
    expect(itemsByName(plan)['Ticket/nowhere2']?.problems).toMatchObject([
      { code: 'DEPENDENCY_MISSING', fix: expect.stringContaining('Did you mean "Desk/nowhare"?') as string },
    ]);
    const { importPlan } = await flow.ask<{
      importPlan: { prerequisites: { nodes: { candidates: { name: string }[] }[] } };
    }>(importDocuments.prerequisites, { id: plan.id });
    expect(importPlan.prerequisites.nodes[0]?.candidates.map(({ name }) => name)).toEqual(['Desk/nowhare']);
  });

  it('is refused when it is of another definition', async () => {
    const kind = 'objects/ObjectEntry';
    const problems = await flow.remap(plan.id, { kind, name: 'Desk/nowhere', toName: 'Ticket/nowhere' });
    expect(problems).toMatchObject([
      {
        code: 'RENAME_NOT_ALLOWED',
        message: 'Only an object entry of "Desk" can replace "Desk/nowhere"; "Ticket/nowhere" is not one.',
        path: ['input', 'toName'],
        fix: 'Choose one whose name starts with "Desk/".',
      },
    ]);
    expect(await flow.remap(plan.id, { kind, name: 'Desk/nowhere', toName: 'Desk/north' })).toEqual([]);
  });
});
