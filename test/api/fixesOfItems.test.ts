import { castFunction, crudCollection, erSchema, projection } from '../support/fastDataRecords.js';
import { followFixes, itemNamed, makeCallOf, nameIn, type FixRow, type PlanFixRow } from '../support/fixTable.js';
import {
  aggregation,
  asDraft,
  book,
  books,
  castWith,
  erp,
  erpWith,
  newBooks,
  orders,
  picklist,
  upsert,
} from '../support/fixFiles.js';
import { bundleOf, originIn } from '../support/importBundle.js';
import { definitionFile, definitionSpec, textField } from '../support/objectBatches.js';

const a = bundleOf([castFunction('a')]);
const otherA = bundleOf([castFunction('a', 'return 2')]);
const named = (name: string) => bundleOf([castFunction(name)]);
const system = (name: string) => bundleOf([{ ...erp, name }]);
const accented = 'caf\u0065\u0301';
const asSv = { options: { name: 'sv' } };
const bookWith = (more: object) => definitionFile([{ ...definitionSpec('BOOK', 'Book'), ...more }]);
const unique = { objectFieldSettings: [{ name: 'uniqueValues', value: 'true' }] };
const withIsbn = definitionFile([definitionSpec('BOOK', 'Book', [textField('title'), textField('isbn', unique)])]);
const b = (code: string, isbn: string) => ({ externalReferenceCode: code, isbn });
const twoOfOne = books(b('x', '1'), b('y', '1'));
const mandatory = definitionFile([
  definitionSpec('BOOK', 'Book', [textField('title', { required: true }), textField('shelf')]),
]);
const shelfOnly = { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' };
const plainOrders = projection('orders', { system: 'erp' });
const coded = (name: string, externalReferenceCode: string) =>
  bundleOf([{ ...castFunction(name), externalReferenceCode }]);
const mirrored = bundleOf([castFunction('c')]);
const mirror = { mirrorKinds: ['fast-data/CastFunction'] };
const borrowed = { ...erp, origins: [originIn('owner', 'erp')] };

const rows: (FixRow | PlanFixRow)[] = [
  // the item itself
  { code: 'UNKNOWN_KIND', fix: /Did you mean "fast-data\/SystemOfRecord"/, file: bundleOf([{ ...erp, kind: 'fast-data/SystemOfRecords' }]), follow: { file: bundleOf([erp]) } },
  { code: 'UNKNOWN_KIND', fix: /Use one of .*fast-data\/SystemOfRecord/, file: bundleOf([{ ...erp, kind: 'x/Y' }]), follow: { file: bundleOf([erp]) } },
  { code: 'NUMBER_NOT_EXACT', fix: /15 digits/, file: asDraft(bundleOf([erpWith({ n: 1 })])).replace('"n":1', '"n":12345678901234567890'), follow: { file: bundleOf([erpWith({ n: 123456789012345 })]) } },
  { code: 'NUMBER_NOT_EXACT', fix: /or a string/, file: asDraft(bundleOf([erpWith({ n: 1 })])).replace('"n":1', '"n":12345678901234567890'), follow: { file: bundleOf([erpWith({ n: '12345678901234567890' })]) } },
  { code: 'CHARACTER_NOT_ALLOWED', fix: /Remove the character/, file: bundleOf([castWith({ casting: 'a\0b' })]), follow: { file: bundleOf([castWith({ casting: 'ab' })]) } },
  { code: 'FORBIDDEN_KEY', fix: /Rename the key/, file: bundleOf([erpWith(JSON.parse('{"__proto__":1}') as never)]), follow: { file: bundleOf([erpWith({ proto: 1 })]) } },
  { code: 'MEMBER_UNKNOWN', fix: /Did you mean "panelCategoryKey"/, file: bookWith({ panelCategoryKy: 'x' }), follow: { file: bookWith({ panelCategoryKey: 'x' }) } },
  { code: 'MEMBER_UNKNOWN', fix: /else leave it out/, file: bookWith({ zzzzzz: 1 }), follow: { file: bookWith({}) } },
  { code: 'SPEC_INVALID', fix: /Did you mean "custom"/, file: bundleOf([castWith({ type: 'kustom' })]), follow: ({ flow, place }, plan, { fix }) =>
    flow.discard(plan.id).then(() => flow.stage(bundleOf([castWith({ type: nameIn(fix) })]), place)) },
  { code: 'NAME_INVALID', fix: /Use "a"/, file: named(' a'), follow: ({ flow, place }, plan, { fix }) =>
    flow.discard(plan.id).then(() => flow.stage(named(nameIn(fix)), place)) },
  { code: 'NAME_INVALID', fix: /which looks the same/, file: system(accented), follow: ({ flow, place }, plan, { fix }) =>
    flow.discard(plan.id).then(() => flow.stage(system(nameIn(fix)), place)) },
  { code: 'NAME_INVALID', fix: /shorter name/, file: named('a'.repeat(81)), follow: { file: named('a'.repeat(80)) } },
  { code: 'NAME_INVALID', fix: /Remove them/, file: named('a\nb'), follow: { file: named('ab') } },
  { code: 'NAME_INVALID', fix: /Type the name again/, file: named('a\u200bb'), follow: { file: named('ab') } },
  { code: 'NAME_INVALID', fix: /another name/, file: named('constructor'), follow: { file: named('constructor2') } },
  { code: 'NAME_LOOKALIKE', fix: /one alphabet/, file: named('p\u0430y'), follow: { file: named('pay') } },
  { code: 'DUPLICATE_IN_FILE', fix: /Keep one/, file: bundleOf([castFunction('a'), castFunction('a', 'return 2')]), follow: { file: a } },
  // names on the branch
  { code: 'NAME_COLLISION', fix: /UPSERT/, before: [book, books({ externalReferenceCode: 'a', title: 'x' })], file: newBooks({ externalReferenceCode: 'a', title: 'y' }), follow: { options: upsert } },
  { code: 'NAME_COLLISION', fix: /UPSERT/, before: [a], file: otherA, follow: { options: upsert } },
  { code: 'NAME_COLLISION', fix: /Rename it/, before: [a], file: otherA, follow: ({ flow }, plan) => flow.rename(itemNamed(plan, 'a'), 'b') },
  { code: 'NAME_COLLISION', fix: /Rename the item/, before: [coded('own', 'TWO')], file: coded('TWO', 'TWO'), follow: ({ flow }, plan) => flow.rename(itemNamed(plan, 'TWO'), 'THREE') },
  { code: 'NAME_COLLISION', fix: /Change the code in the file/, before: [coded('own', 'TWO')], file: coded('b', 'TWO'), follow: { file: coded('b', 'THREE') } },
  { code: 'NAME_COLLISION', fix: /leave it out/, before: [a], file: bundleOf([castFunction('a', 'return 2'), castFunction('c')]), follow: ({ flow }, plan) => flow.select(plan.id, false, { itemIds: [itemNamed(plan, 'a')] }) },
  { code: 'NAME_COLLISION', fix: /as a reference to update that one/, before: [[a, { mode: 'REFERENCE' }]], file: otherA, follow: ({ flow }, plan) => flow.setMode(plan.id, 'REFERENCE') },
  { code: 'NAME_COLLISION', fix: /It keeps its name: leave it out/, before: [bundleOf([erp])], file: bundleOf([borrowed, castFunction('c')]), options: { mode: 'REFERENCE' }, follow: ({ flow }, plan) => flow.select(plan.id, false, { itemIds: [itemNamed(plan, 'erp')] }) },
  { code: 'UNIQUE_TEXT_TAKEN', fix: /Change it in the file/, before: [withIsbn, books(b('x', '1'))], file: books(b('y', '1')), follow: { file: books(b('y', '2')) } },
  { code: 'UNIQUE_TEXT_TAKEN', fix: /or on the branch/, before: [withIsbn, books(b('x', '1'))], file: books(b('y', '1')), follow: async ({ flow, place }, plan) => {
    await flow.import(books(b('x', '2')), place, upsert);
    await flow.setOptions(plan.id, {});
  } },
  { code: 'UNIQUE_TEXT_TAKEN', fix: /leave the item out/, before: [withIsbn, books(b('x', '1'))], file: books(b('y', '1'), b('z', '3')), follow: ({ flow }, plan) => flow.select(plan.id, false, { itemIds: [itemNamed(plan, 'Book/y')] }) },
  { code: 'UNIQUE_TEXT_TAKEN', fix: /the external reference code of "Book\/x" and import it with UPSERT/, before: [withIsbn, books(b('x', '1'))], file: books(b('y', '1')), follow: { file: books(b('x', '1')), options: upsert } },
  { code: 'UNIQUE_TEXT_TAKEN', fix: /one of the two in the file/, before: [withIsbn], file: twoOfOne, follow: { file: books(b('x', '1'), b('y', '2')) } },
  { code: 'UNIQUE_TEXT_TAKEN', fix: /leave one out/, before: [withIsbn], file: twoOfOne, follow: ({ flow }, plan) => flow.select(plan.id, false, { itemIds: [itemNamed(plan, 'Book/y')] }) },
  // what an item needs
  { code: 'DEPENDENCY_MISSING', fix: /Export it together/, file: bundleOf([erp, orders]), follow: { file: bundleOf([erp, orders, castFunction('trimText')]) } },
  { code: 'DEPENDENCY_MISSING', fix: /create it on the branch/, file: bundleOf([erp, orders]), follow: async ({ flow, place }, plan) => {
    await flow.create(place, castFunction('trimText'));
    await flow.setOptions(plan.id, {});
  } },
  { code: 'DEPENDENCY_MISSING', fix: /remapPrerequisite/, before: [named('trimTexts')], file: bundleOf([erp, orders]), follow: ({ flow }, plan, { fix }) => flow.remap(plan.id, { kind: 'fast-data/CastFunction', name: 'trimText', toName: nameIn(fix) }) },
  { code: 'DEPENDENCY_MISSING', fix: /Import "erp" first/, file: bundleOf([plainOrders]), follow: async ({ flow, place }, plan) => {
    await flow.import(bundleOf([erp]), place);
    await flow.setOptions(plan.id, {});
  } },
  { code: 'DEPENDENCY_MISSING', fix: /Select "erp"/, file: bundleOf([erp, plainOrders]), make: async ({ flow, place }) => {
    const { id } = await flow.stage(bundleOf([erp, plainOrders]), place);
    const read = async () => (await flow.plan(id)).items.edges.flatMap(({ node }) => node.problems);
    await flow.select(id, false, { itemIds: [itemNamed(await flow.plan(id), 'erp')] });
    return { problems: await read(), follow: (problem) => flow.select(id, true, { kinds: [problem.fix.includes('erp') ? erp.kind : ''] }).then(read) };
  } },
  { code: 'DEPENDENCY_BLOCKED', fix: /resolve its problems/, file: bundleOf([erp, orders, erSchema('map', { orders: [] })]), follow: async ({ flow, place }, plan) => {
    await flow.create(place, castFunction('trimText'));
    await flow.setOptions(plan.id, {});
  } },
  // modes
  { code: 'REFERENCE_NOT_ALLOWED', fix: /as a copy/, file: bundleOf([crudCollection('stock')]), options: { mode: 'REFERENCE' }, follow: ({ flow }, plan) => flow.setMode(plan.id, 'COPY') },
  { code: 'ARCHITECTURE_REQUIRED', fix: /as a copy/, file: bundleOf([erp, plainOrders]), options: { mode: 'REFERENCE' }, follow: ({ flow }, plan) => flow.setMode(plan.id, 'COPY') },
  { code: 'SOURCE_UNKNOWN', fix: /as a copy/, before: [book], file: books({ externalReferenceCode: 'a' }), options: { mode: 'REFERENCE' }, follow: ({ flow }, plan) => flow.setMode(plan.id, 'COPY') },
  // deletions of mirrored kinds
  { code: 'DELETION_NOT_ALLOWED', fix: /Allow it with isDeletionAllowed, or deselect/, before: [a], file: mirrored, options: { options: mirror }, follow: ({ flow }, plan) => flow.setOptions(plan.id, { isDeletionAllowed: true }) },
  { code: 'DELETION_NOT_ALLOWED', fix: /deselect the deletion to keep/, before: [a], file: mirrored, options: { options: mirror }, follow: ({ flow }, plan) => flow.select(plan.id, false, { itemIds: [itemNamed(plan, 'a')] }) },
  { code: 'HAS_DEPENDENTS', fix: /Deselect the deletion/, before: [bundleOf([erp, castFunction('trimText')]), bundleOf([orders], { project: 'other' })], file: mirrored, options: { options: { ...mirror, isDeletionAllowed: true } }, follow: ({ flow }, plan) => flow.select(plan.id, false, { itemIds: [itemNamed(plan, 'trimText')] }) },
  { code: 'SOURCE_UNKNOWN', fix: /Leave mirrorKinds out/, before: [book], file: books({ externalReferenceCode: 'a' }), options: { options: mirror }, follow: { options: { options: {} } } },
  { code: 'RENAME_NOT_ALLOWED', fix: /as a copy to give it a name/, make: async ({ flow, place }) => {
    await flow.import(a, place, { mode: 'REFERENCE' });
    const plan = await flow.stage(otherA, place, { mode: 'REFERENCE' });
    await flow.rename(itemNamed(plan, 'a'), 'b');
    const read = async () => (await flow.plan(plan.id)).items.edges.flatMap(({ node }) => node.problems);
    return { problems: await read(), follow: () => flow.setMode(plan.id, 'COPY').then(read) };
  } },
  { code: 'PACK_OFF', fix: /setPackEnabled/, make: async ({ server, flow, place }) => {
    await makeCallOf(flow, `setPackEnabled(input: { projectId: "${place.projectId}", pack: "objects", isEnabled: false })`);
    const plan = await flow.stage(book, place);
    const read = async () => (await flow.plan(plan.id)).items.edges.flatMap(({ node }) => node.problems);
    return { problems: await read(), follow: async ({ fix }) => {
      const problems = await makeCallOf(server as never, fix).catch(() => makeCallOf(flow, fix));
      await flow.setOptions(plan.id, {});
      return [...problems, ...(await read())];
    } };
  } },
  // parts
  { code: 'DELETION_NOT_ALLOWED', fix: /isDeletionAllowed/, before: [book], file: definitionFile([definitionSpec('BOOK', 'Book')]), follow: ({ flow }, plan) => flow.setOptions(plan.id, { isDeletionAllowed: true }) },
  { code: 'DELETION_NOT_ALLOWED', fix: /PARTIAL_UPDATE/, before: [book], file: definitionFile([definitionSpec('BOOK', 'Book')]), follow: { options: { options: { updateStrategy: 'PARTIAL_UPDATE' } } } },
  { code: 'DELETION_NOT_ALLOWED', fix: /PARTIAL_UPDATE/, before: [bundleOf([picklist(['a', 'b'])])], file: bundleOf([picklist(['a'])]), options: upsert, follow: { options: { options: { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' } } } },
  { code: 'PART_REMOVED', fix: /Add to the file/, before: [[aggregation('a'), asSv]], file: aggregation('b'), options: { options: { name: 'sv', createStrategy: 'UPSERT' } }, follow: { file: aggregation('b').replace('"mapping":{', '"mapping":{"a":"pr.a",'), options: { options: { name: 'sv', createStrategy: 'UPSERT' } } } },
  { code: 'PART_CHANGED', fix: /or afterwards/, before: [definitionFile([definitionSpec('BOOK', 'Book', [textField('title'), textField('shelf')])]), books({ externalReferenceCode: 'a', shelf: 'x' })], file: mandatory, follow: async ({ flow, place }, plan) => {
    await flow.execute(plan.id);
    await flow.import(books({ externalReferenceCode: 'a', title: 'x', shelf: 'x' }), place);
    return flow.stage(mandatory, place);
  } },
  { code: 'SPEC_INVALID', fix: /UPSERT and PARTIAL_UPDATE to keep/, before: [mandatory, books({ externalReferenceCode: 'a', title: 'x' })], file: books({ externalReferenceCode: 'a', shelf: 'y' }), follow: { options: { options: shelfOnly } } },
]; // prettier-ignore

followFixes('a fix of an item', rows);
