import { castFunction, projection } from '../support/fastDataRecords.js';
import {
  followFixes,
  itemNamed,
  nameIn,
  problemsOfCall,
  told,
  type FixRow,
  type PlanFixRow,
} from '../support/fixTable.js';
import { asBooks, book, books, erp } from '../support/fixFiles.js';
import { bundleOf, originIn } from '../support/importBundle.js';
import { entryFile } from '../support/objectBatches.js';

const cast = 'fast-data/CastFunction';
const trimText = castFunction('trimText');
const orders = projection('orders', { system: 'erp', fields: { note: 'trimText' } });
const needy = bundleOf([erp, orders]);
const list = '[{"externalReferenceCode":"a","title":"x"}]';
const part = JSON.stringify({ configuration: { className: 'com.liferay.headless.admin.list.type.dto.v1_0.ListTypeEntry', taskItemDelegateName: 'DEFAULT', parameters: { createStrategy: 'UPSERT', importStrategy: 'ON_ERROR_FAIL', updateStrategy: 'UPDATE', listTypeDefinitionExternalReferenceCode: 'S' } }, items: [{ key: 'red', name: 'Red' }] }); // prettier-ignore
const picks = bundleOf([{ kind: 'objects/Picklist', name: 'S', spec: { externalReferenceCode: 'S', name: 'S', listTypeEntries: [] } }]); // prettier-ignore

/** Stages a file and changes its plan; then as the fix says. */
function amending(
  file: string,
  before: readonly string[],
  [first, second]: readonly [Amendment, Amendment],
): FixRow['make'] {
  return async ({ flow, place }) => {
    for (const each of before) await flow.import(each, place);
    const plan = await flow.stage(file, place);
    const call = ([field, input]: [string, object]) => problemsOfCall(flow, field, input);
    return {
      problems: await call(first({ id: plan.id, item: (name) => itemNamed(plan, name) }, '')),
      follow: ({ fix }) => call(second({ id: plan.id, item: (name) => itemNamed(plan, name) }, fix)),
    };
  };
}

type Amendment = (plan: { id: string; item: (name: string) => string }, fix: string) => [string, object];

const remap = (name: string, toName: string, kind = cast): Amendment => ({ id: planId }) => ['remapPrerequisite', { planId, kind, name, toName }]; // prettier-ignore
const remapMeant = (name: string, kind = cast): Amendment => ({ id: planId }, fix) => ['remapPrerequisite', { planId, kind, name, toName: nameIn(fix) }]; // prettier-ignore
const select = (...kinds: string[]): Amendment => ({ id: planId }) => ['selectImportItems', { planId, isSelected: false, kinds }]; // prettier-ignore

const rows: (FixRow | PlanFixRow)[] = [
  { code: 'UNKNOWN_KIND', fix: /Did you mean "fast-data\/Projection"/, make: amending(needy, [], [select('fast-data/Projecton'), ({ id: planId }, fix) => ['selectImportItems', { planId, isSelected: false, kinds: [nameIn(fix)] }]]) },
  { code: 'UNKNOWN_KIND', fix: /Its items are of .*fast-data\/SystemOfRecord/, make: amending(needy, [], [select('objects/Picklist'), select('fast-data/SystemOfRecord')]) },
  { code: 'UNKNOWN_KIND', fix: /Did you mean "fast-data\/CastFunction"/, make: amending(needy, [bundleOf([castFunction('trim')])], [remap('trimText', 'trim', 'fast-data/CastFuncton'), remap('trimText', 'trim')]) },
  { code: 'PLAN_CHANGED', fix: /execute it with its new fingerprint/, make: async ({ flow, place }) => {
    const { id: planId } = await flow.stage(bundleOf([trimText]), place);
    const fingerprint = async () => (await flow.ask<{ importPlan: { fingerprint: string } }>('query ($id: ID!) { importPlan(id: $id) { fingerprint } }', { id: planId })).importPlan.fingerprint;
    const execute = (expectedFingerprint: string) => problemsOfCall(flow, 'executeImport', { planId, expectedFingerprint });
    const approved = await fingerprint();
    await flow.setMode(planId, 'REFERENCE');
    return { problems: await execute(approved), follow: async () => execute(await fingerprint()) };
  } },
  { code: 'SEAL_EXPIRED', fix: /execute it with its new fingerprint/, make: async ({ flow, place }) => {
    const { id: planId } = await flow.stage(bundleOf([trimText]), place);
    const fingerprint = async (until: string) => (await flow.ask<{ importPlan: { fingerprint: string } }>('query ($id: ID!, $until: DateTime) { importPlan(id: $id) { fingerprint(expiresAt: $until) } }', { id: planId, until })).importPlan.fingerprint;
    const execute = async (until: string) => problemsOfCall(flow, 'executeImport', { planId, expectedFingerprint: await fingerprint(until) });
    return { problems: await execute('2020-01-01T00:00:00Z'), follow: () => execute('2100-01-01T00:00:00Z') };
  } },
  { code: 'NOT_FOUND', fix: /"prerequisites" of the plan lists/, make: async ({ flow, place }) => {
    await flow.import(bundleOf([castFunction('trim')]), place);
    const { id } = await flow.stage(needy, place);
    const of = (name: string) => flow.remap(id, { kind: cast, name, toName: 'trim' });
    return { problems: await of('trimTex'), follow: async () => {
      const { importPlan } = await flow.ask<{ importPlan: { prerequisites: { nodes: { name: string }[] } } }>('query ($id: ID!) { importPlan(id: $id) { prerequisites { nodes { name } } } }', { id });
      return of(importPlan.prerequisites.nodes[0]!.name);
    } };
  } },
  { code: 'RENAME_NOT_ALLOWED', fix: /Rename the item/, make: amending(bundleOf([erp, orders, trimText]), [bundleOf([castFunction('trim')])], [remap('trimText', 'trim'), ({ item }) => ['renameImportItem', { itemId: item('trimText'), name: 'other' }]]) },
  { code: 'RENAME_NOT_ALLOWED', fix: /leave it out to use what the branch has/, make: amending(bundleOf([erp, orders, trimText]), [bundleOf([trimText])], [remap('trimText', 'trim'), ({ id: planId, item }) => ['selectImportItems', { planId, isSelected: false, itemIds: [item('trimText')] }]]) },
  { code: 'RENAME_NOT_ALLOWED', fix: /starts with "Book\/"/, make: amending(books({ externalReferenceCode: 'a' }), [book], [({ item }) => ['renameImportItem', { itemId: item('Book/a'), name: 'Note/a' }], ({ item }, fix) => ['renameImportItem', { itemId: item('Book/a'), name: `${nameIn(fix)}b` }]]) },
  { code: 'RENAME_NOT_ALLOWED', fix: /or leave the item out/, make: amending(bundleOf([{ ...trimText, origins: [originIn('owner', 'trimText')] }]), [], [({ item }) => ['renameImportItem', { itemId: item('trimText'), name: 'x' }], ({ id: planId, item }) => ['selectImportItems', { planId, isSelected: false, itemIds: [item('trimText')] }]]) },
  { code: 'DEPENDENCY_MISSING', fix: /Did you mean "trim"/, make: amending(needy, [bundleOf([castFunction('trim')])], [remap('trimText', 'trimm'), remapMeant('trimText')]) },
  { code: 'KIND_REQUIRED', fix: /Upload the file again and state the kind/, make: async (scene) => {
    const { flow, place } = scene;
    await flow.import(book, place);
    const broken = await flow.stage(list, place);
    const problems = await flow.setOptions(broken.id, { mapping: [{ source: 'externalReferenceCode', target: 'externalReferenceCode' }] });
    return { problems, follow: async () => told(await flow.stage(list, place, asBooks)) };
  } },
  { code: 'DEPENDENCY_MISSING', fix: /Import the whole picklist first/, file: part, follow: async ({ flow, place }, plan) => {
    await flow.import(picks, place);
    await flow.setOptions(plan.id, {});
  } },
  { code: 'ITEM_MALFORMED', fix: /Add it/, before: [book], file: entryFile('Book', [{ title: 'x' }]), follow: { file: entryFile('Book', [{ externalReferenceCode: 'a', title: 'x' }]) } },
]; // prettier-ignore

followFixes('a fix of a change to a plan', rows);
