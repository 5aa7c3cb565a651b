import { compileEntryShape } from '../../../../../../src/features/kinds/packs/objects/entryShape.js';
import { entryName } from '../../../../../../src/features/kinds/packs/objects/entryName.js';
import type { JsonObject } from '../../../../../../src/shared/json.js';
import { crate, ship, sizes } from './fixtures.js';
import { toPointer } from '../../../../../../src/shared/jsonPointer.js';
import { lookupIn } from './registry.js';

const known = { 'Picklist/SIZES': sizes, 'ObjectDefinition/SHIP': ship };
const shape = compileEntryShape(crate, lookupIn(known));
const right: JsonObject = { externalReferenceCode: 'C1', content: 'tea', r_shipToCrates_c_shipERC: 'S1' };

const faultsOf = (entry: JsonObject) =>
  shape.validate(entry).map(({ message, fix }) => (fix === undefined ? message : `${message} ${fix}`));
const faultsWith = (members: JsonObject) => faultsOf({ ...right, ...members });

describe('the shape of entries', () => {
  it('has the fields of the definition, and its parents by their codes', () => {
    expect(shape.fields.map(({ name }) => name)).toEqual([
      ...['externalReferenceCode', 'content', 'number', 'size', 'marks', 'state', 'notes', 'story', 'pieces', 'grams'],
      ...['value', 'packedOn', 'isOpen', 'picture', 'r_shipToCrates_c_shipERC', 'r_owner_userERC'],
      'r_crateToCrates_c_crateERC',
    ]);
    expect(shape.fields[1]).toEqual({ name: 'content', title: 'Content', type: 'Text', isRequired: true });
    expect(shape.uniqueFields).toEqual(['number']);
  });

  it('lets an entry pass that has what is required, and one with everything', () => {
    expect(faultsOf(right)).toEqual([]);
    const full = {
      number: 'A-1',
      size: { key: 'small', name: 'Small' },
      marks: ['small', { key: 'large' }],
      state: 'sent',
      notes: 'n'.repeat(65_000),
      story: '<p>',
      storyRawText: '',
      pieces: -999_999_999,
      grams: 9_007_199_254_740_991,
      value: '12.50',
      packedOn: '2024-02-29',
      isOpen: false,
      picture: { name: 'tea.png', fileBase64: 'AAAA' },
      r_owner_userERC: 'ann',
      status: { code: 0 },
      keywords: ['a'],
    };
    expect(faultsWith(full)).toEqual([]);
    expect(faultsWith({ picture: 'FILE', packedOn: '2024-12-31T23:59:59.999Z', size: null, value: 0.5 })).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    ['a number for a text', { content: 5 }, 'The field "content" must be a text, but is 5.'],
    ['a text that is too long', { content: 'é'.repeat(281) }, 'The field "content" must have at most 280 characters. Shorten it.'],
    ['a text beyond its own limit', { number: '123456789' }, 'The field "number" must have at most 8 characters. Shorten it.'],
    ['a long text that is too long', { notes: 'n'.repeat(65_001) }, 'The field "notes" must have at most 65000 characters. Shorten it.'],
    ['a text for a number', { pieces: '5' }, 'The field "pieces" must be a whole number from -999999999 to 999999999, but is "5".'],
    ['a part of a number', { pieces: 1.5 }, 'The field "pieces" must be a whole number from -999999999 to 999999999, but is 1.5.'],
    ['ten digits', { pieces: 1_000_000_000 }, 'The field "pieces" must be a whole number from -999999999 to 999999999, but is 1000000000.'],
    ['more than 16 digits', { grams: 1e17 }, 'The field "grams" must be a whole number from -9007199254740991 to 9007199254740991, but is 100000000000000000.'],
    ['a decimal of many digits', { value: '0.12345678901234567' }, 'The field "value" must have at most 16 digits, but is "0.12345678901234567". Round it.'],
    ['a decimal that is none', { value: 'a lot' }, 'The field "value" must be a number, but is "a lot".'],
    ['a day that no month has', { packedOn: '2024-13-01' }, 'The field "packedOn" must be a date, but is "2024-13-01". Write it as 2024-12-31, or with a time as 2024-12-31T23:59:59Z.'],
    ['a day that February has not', { packedOn: '2023-02-29' }, 'The field "packedOn" must be a date, but is "2023-02-29". Write it as 2024-12-31, or with a time as 2024-12-31T23:59:59Z.'],
    ['a word for a truth', { isOpen: 'yes' }, 'The field "isOpen" must be true or false, but is "yes".'],
    ['an entry that the picklist lacks', { size: { key: 'smal' } }, 'The field "size" is "smal", which is no entry of the picklist "SIZES". Did you mean "small"?'],
    ['an entry without a key', { size: { name: 'Small' } }, 'The field "size" must be the key of an entry, alone or as {"key": …}, but is an object.'],
    ['one entry for several', { marks: 'small' }, 'The field "marks" must be a list of entries, but is "small".'],
    ['a wrong one of several', { marks: ['small', 'qqq'] }, 'The field "marks" is "qqq", which is no entry of the picklist "SIZES". It has small, large.'],
    ['a state outside of the flow', { state: 'lost' }, 'The field "state" is "lost", which is no entry of the flow of its states. It has packed, sent.'],
    ['a file without a name', { picture: { id: 5 } }, 'The field "picture" must name a file, by its external reference code or as {"name": …, "fileBase64": …}, but is an object.'],
    ['a field that is not there', { contnt: 'x' }, '"contnt" is no field of the definition "Crate". Did you mean "content"?'],
    ['a parent by number', { r_shipToCrates_c_shipERC: 5 }, 'The parent "r_shipToCrates_c_shipERC" must be named by its external reference code, but is 5.'],
    ['two parents', { shipToCratesERC: 'S2' }, 'The entry names two parents for "shipToCrates": "S1" and "S2". Name one of them.'],
    ['a parent without a code', { crateToCrates: { name: 'x' } }, 'The parent "crateToCrates" must be an object with an externalReferenceCode.'],
    ['a translation that is too long', { content_i18n: { 'en-US': 'x'.repeat(281) } }, 'The field "content" must have at most 280 characters. Shorten it.'],
    ['translations that are none', { content_i18n: 'tea' }, 'The field "content_i18n" must hold a text for each language.'],
  ])('refuses %s', (_defect, members, message) => {
    const faults = faultsWith(members).filter((fault) => !fault.startsWith('The entry lacks'));
    expect(faults).toEqual([message]);
    expect(shape.validate({ ...right, ...members }).every(({ severity }) => severity === 'ERROR')).toBe(true);
  }); // prettier-ignore

  it('asks for what is required, unless it has a default or only a part is given', () => {
    expect(faultsOf({ content: '' })).toEqual([
      'The entry lacks the required field "content". Give "content" a value.',
      'The entry lacks the required field "r_shipToCrates_c_shipERC". Give "r_shipToCrates_c_shipERC" a value.',
    ]);
    expect(shape.validate({ pieces: 1 }, { isPartial: true })).toEqual([]);
    expect(shape.missing({ pieces: 'no number' })).toEqual(
      shape.validate({}).filter(({ message }) => message.startsWith('The entry lacks')),
    );
    expect(shape.missing(right)).toEqual([]);
    expect(faultsOf({ content_i18n: { 'en-US': 'tea' }, shipToCratesERC: 'S1' })).toEqual([]);
  });

  it('warns of numbers that mean nothing here, and of children that stand inside', () => {
    const members = { id: 7, r_shipToCrates_c_shipId: 8, r_other_c_portId: 9, crateToCrates: [{ content: 'x' }] };
    const problems = shape.validate({ ...right, ...members });
    expect(problems.map(({ code, severity, path }) => [code, severity, path[0]])).toEqual([
      ['ID_IGNORED', 'WARNING', 'id'],
      ['ID_IGNORED', 'WARNING', 'r_shipToCrates_c_shipId'],
      ['ID_IGNORED', 'WARNING', 'r_other_c_portId'],
      ['CONTENT_IGNORED', 'WARNING', 'crateToCrates'],
    ]);
    expect(problems[1]?.fix).toBe('Name the parent under "r_shipToCrates_c_shipERC".');
    expect(faultsWith({ id: 0, r_shipToCrates_c_shipId: 0, r_other_c_portId: null })).toEqual([]);
  });

  describe('without what is bound to its source', () => {
    function kept(entry: JsonObject, fields: JsonObject[] = []): [JsonObject, [string, string][]] {
      const losses: [string, string][] = [];
      const definition = { ...crate, objectFields: [...(crate['objectFields'] as JsonObject[]), ...fields] };
      const spec = compileEntryShape(definition, lookupIn(known)).withoutBound(entry, ({ cause, path }) =>
        losses.push([cause, toPointer(path)]),
      );
      return [spec, losses];
    }
    const bound = { siteId: 7, datePublished: '2024-03-01T10:00:00Z', taxonomyCategoryIds: [1], id: 3 };

    it('loses it, unless the definition has a field of that name', () => {
      const ids = [['ID', '/siteId'], ['HISTORY', '/datePublished'], ['ID', '/taxonomyCategoryIds'], ['ID', '/id']]; // prettier-ignore
      expect(kept({ content: 'x', ...bound })).toEqual([{ content: 'x' }, ids]);
      const fields = Object.keys(bound).map((name) => ({ name, businessType: 'Text' }));
      expect(kept(bound, fields)).toEqual([{ siteId: 7, datePublished: bound.datePublished, taxonomyCategoryIds: [1] }, [ids[3]]]); // prettier-ignore
    });

    it('loses the numbers of parents: those that nothing else names are reported as such', () => {
      const named = { r_shipToCrates_c_shipId: 8, shipToCratesERC: 'S1', r_other_c_portId: 9, r_more_c_portId: 0 };
      expect(kept(named)).toEqual([
        { shipToCratesERC: 'S1' },
        [['ID', '/r_shipToCrates_c_shipId'], ['TARGET', '/r_other_c_portId'], ['ID', '/r_more_c_portId']],
      ]); // prettier-ignore
      expect(kept({ r_shipToCrates_c_shipId: '8' })[1]).toEqual([['TARGET', '/r_shipToCrates_c_shipId']]);
    });

    it('reports what a nested parent contains besides its code', () => {
      expect(kept({ shipToCrates: { externalReferenceCode: 'S1', id: 4, name: 'Ann' } })[1]).toEqual([
        ['NESTED', '/shipToCrates/id'],
        ['NESTED', '/shipToCrates/name'],
      ]);
      expect(kept({ shipToCrates: { id: 4 } })[1]).toEqual([['TARGET', '/shipToCrates/id']]);
    });

    it.each([
      [{ id: 5, name: 'a.png' }, { name: 'a.png' }, ['DOCUMENT_BY_NUMBER /picture']],
      [{ name: 'a.png', link: { href: '/a' } }, undefined, ['DOCUMENT_BY_NAME /picture']],
      [{ name: 'a.png', fileBase64: 'AAAA' }, undefined, ['DOCUMENT_INSIDE /picture']],
      [{ fileBase64: '@batch_object_entry_file_base64@' }, undefined, ['DOCUMENT_BESIDE /picture']],
      [{ externalReferenceCode: 'A', id: 5 }, { externalReferenceCode: 'A' }, ['ID /picture/id']],
      ['A', undefined, []],
    ])('says of the attachment %j what becomes of its document', (picture, left, told) => {
      const [spec, losses] = kept({ picture });
      expect(spec).toEqual({ picture: left ?? picture });
      expect(losses.map((loss) => loss.join(' '))).toEqual(told);
    });
  });

  it('says nothing of the entries of a picklist that is not known', () => {
    expect(compileEntryShape(crate, () => undefined).validate({ ...right, size: 'anything' })).toEqual([]);
  });

  it('tells the faults of many entries without working out each anew', () => {
    const entries = Array.from({ length: 5000 }, (_, index) => ({ ...right, [`wrong${index % 1500}`]: 1 }));
    expect(entries.every((entry) => shape.validate(entry).length === 1)).toBe(true);
  });
});

describe('what an entry refers to', () => {
  const parent = { declarationIndex: 0, name: 'Ship/S1' };

  it.each<[string, JsonObject, string]>([
    ['its own key', { r_shipToCrates_c_shipERC: 'S1' }, '/r_shipToCrates_c_shipERC'],
    ['the relationship with ERC behind it', { shipToCratesERC: 'S1' }, '/shipToCratesERC'],
    [
      'the parent nested',
      { shipToCrates: { externalReferenceCode: 'S1', tons: 5 } },
      '/shipToCrates/externalReferenceCode',
    ],
  ])('is found under %s, and brought under the first', (_spelling, entry, at) => {
    expect(shape.references(entry)).toEqual([{ ...parent, at }]);
    const normal = shape.normalize({ ...entry, r_shipToCrates_c_shipId: 5, content: 'tea' });
    expect(normal).toEqual({ r_shipToCrates_c_shipERC: 'S1', content: 'tea' });
    expect(shape.validate(normal)).toEqual([]);
  });

  it('is an entry of the definition itself, a user, and a parent whose relationship is only stated there', () => {
    const entry = { r_crateToCrates_c_crateERC: 'C0', r_owner_userERC: 'ann', r_portToCrates_c_portERC: 'P1' };
    expect(shape.references(entry)).toEqual([
      { declarationIndex: 1, at: '/r_owner_userERC', name: 'ann' },
      { declarationIndex: 0, at: '/r_crateToCrates_c_crateERC', name: 'Crate/C0' },
      { declarationIndex: 0, at: '/r_portToCrates_c_portERC', name: 'Port/P1' },
    ]);
    expect(shape.normalize(entry)).toBe(entry);
  });

  it('is called as its definition is, even where the key does not show it', () => {
    const definition = {
      name: 'Answer',
      objectFields: [
        { name: 'r_q_c_faqEntryId', businessType: 'Relationship', objectDefinitionExternalReferenceCode1: 'FAQ' },
        { name: 'r_p_c_faqPageId', businessType: 'Relationship', objectFieldSettings: [{ name: 'objectDefinition1ShortName', value: 'FAQPage' }] },
      ],
    }; // prettier-ignore
    const answers = compileEntryShape(definition, lookupIn({ 'ObjectDefinition/FAQ': { name: 'C_FAQEntry' } }));
    expect(answers.references({ qERC: '1', r_p_c_faqPageERC: '2' }).map(({ name }) => name)).toEqual([
      'FAQEntry/1',
      'FAQPage/2',
    ]);
  });

  it('is nothing when no parent is given', () => {
    expect(shape.references({ content: 'tea', shipToCratesERC: '', r_owner_userERC: null })).toEqual([]);
    expect(entryName('Ship', 'S/1')).toBe('Ship/S/1');
  });
});

describe('relationships that only another definition states', () => {
  const relation = (name: string, more: JsonObject = {}): JsonObject => ({
    name,
    type: 'oneToMany',
    objectDefinitionExternalReferenceCode1: 'DESK',
    objectDefinitionExternalReferenceCode2: 'TICKET',
    ...more,
  });
  const ticket: JsonObject = { externalReferenceCode: 'TICKET', name: 'Ticket', objectFields: [] };
  const desk = (...objectRelationships: JsonObject[]): JsonObject => ({
    externalReferenceCode: 'DESK',
    name: 'C_Desk',
    objectFields: [],
    objectRelationships,
  });
  const ofTicket = (...others: JsonObject[]) => compileEntryShape(ticket, () => undefined, others);
  const north = { externalReferenceCode: 't', r_tickets_c_deskERC: 'north' };

  it.each<[string, JsonObject]>([
    ['as an object', { tickets: { externalReferenceCode: 'north' } }],
    ['with ERC behind it', { ticketsERC: 'north' }],
    ['under the key that the product makes', { r_tickets_c_deskERC: 'north' }],
  ])('name a parent by the relationship, %s', (_, parent) => {
    const shape = ofTicket(desk(relation('tickets')));
    const entry = { externalReferenceCode: 't', ...parent };
    expect(shape.validate(entry)).toEqual([]);
    expect(shape.normalize(entry)).toEqual(north);
    expect(shape.references(shape.normalize(entry))).toMatchObject([{ name: 'Desk/north' }]);
  });

  it('name it also where the relationship is stated in the child, or without its parent', () => {
    const inChild = { ...ticket, objectRelationships: [relation('tickets')] };
    const shape = compileEntryShape(inChild, () => undefined, [desk()]);
    expect(shape.normalize({ externalReferenceCode: 't', ticketsERC: 'north' })).toEqual(north);
    const silent = relation('tickets', { objectDefinitionExternalReferenceCode1: '' });
    expect(ofTicket(desk(silent)).normalize({ externalReferenceCode: 't', ticketsERC: 'north' })).toEqual(north);
  });

  it('accept a list of the other side with a warning: many to many, and children that only they name', () => {
    const nested = (key: string): JsonObject => ({
      externalReferenceCode: 't',
      [key]: [{ externalReferenceCode: 'x' }],
    });
    const codesOf = (shape: ReturnType<typeof ofTicket>, entry: JsonObject) =>
      shape.validate(entry).map(({ code, severity }) => `${severity} ${code}`);
    const many = ofTicket(desk(relation('helpers', { type: 'manyToMany' })));
    expect(codesOf(many, nested('helpers'))).toEqual(['WARNING CONTENT_IGNORED']);
    const child = {
      externalReferenceCode: 'NOTE',
      name: 'Note',
      objectFields: [
        {
          name: 'r_notes_c_ticketId',
          businessType: 'Relationship',
          objectDefinitionExternalReferenceCode1: 'TICKET',
        },
      ],
    };
    expect(codesOf(ofTicket(child), nested('notes'))).toEqual(['WARNING CONTENT_IGNORED']);
    expect(codesOf(ofTicket(), nested('notes'))).toEqual(['ERROR SPEC_INVALID']);
  });
});
