import { createKindRegistry, type KindDefinition } from '../../../../src/features/kinds/worker.js';
import { defineKind } from '../../../../src/features/kinds/kind.js';

const base = defineKind({
  name: 'shop/Item',
  title: 'item',
  pluralTitle: 'items',
  description: 'An item.',
  identity: { by: 'name', namespace: 'item' },
  schema: { type: 'object', required: ['price'] },
  references: [],
  isExportable: true,
  reference: { allowed: true },
});
const reference = {
  at: '/of',
  to: ['shop/Item'],
  requirement: 'INCLUDED',
  strength: 'HARD',
  whenMissing: 'WARN',
} as const;
const basket: KindDefinition = {
  ...base,
  name: 'shop/Basket',
  identity: { by: 'name', namespace: 'basket' },
  schema: { type: 'object' },
  references: [
    { ...reference, at: '/items/*', isReference: (name) => !name.startsWith('std-') },
    { ...reference, at: '/items/*', requirement: 'ADVISED', isReference: (name) => name.startsWith('std-') },
    { ...reference, at: '/next', to: ['shop/Basket'] },
  ],
};

const registryOf = (...kinds: KindDefinition[]) => createKindRegistry([{ name: 'shop', title: 'Shop', kinds }]);

describe('the kind registry', () => {
  const registry = registryOf(base, basket);

  it('knows its kinds by name, in order, and by namespace', () => {
    expect(registry.list().map((kind) => kind.name)).toEqual(['shop/Item', 'shop/Basket']);
    expect(registry.get('shop/Item')).toBe(base);
    expect(registry.find('shop/Nothing')).toBeUndefined();
    expect(() => registry.get('constructor')).toThrow('There is no kind constructor.');
    expect(registry.kindsInNamespace('basket')).toEqual([basket]);
    expect(registry.kindsInNamespace('nothing')).toEqual([]);
    expect(registry.listPacks().map((pack) => pack.title)).toEqual(['Shop']);
  });

  it('finds references with the declaration that each is of', () => {
    expect(registry.findReferences('shop/Basket', { items: ['tea', 'std-bag'], next: 'b2' })).toEqual([
      { declarationIndex: 0, at: '/items/0', name: 'tea' },
      { declarationIndex: 1, at: '/items/1', name: 'std-bag' },
      { declarationIndex: 2, at: '/next', name: 'b2' },
    ]);
  });

  it('renames by namespace, and each place once even when names change places', () => {
    const swap = new Map([
      ['item:tea', 'std-bag'],
      ['item:std-bag', 'tea'],
      ['basket:b2', 'b3'],
    ]);
    const spec = { items: ['tea', 'std-bag', 'b2'], next: 'b2' };
    const newNameOf = (namespace: string, name: string) => swap.get(`${namespace}:${name}`);
    expect(registry.rewriteReferences('shop/Basket', spec, newNameOf)).toEqual({
      items: ['std-bag', 'tea', 'b2'],
      next: 'b3',
    });
  });

  it('validates specs against the schema of the kind', () => {
    expect(registry.validateSpec('shop/Item', {})).toMatchObject([{ code: 'SPEC_INVALID' }]);
    expect(registry.validateSpec('shop/Item', { price: 1 })).toEqual([]);
  });

  it.each<[string, KindDefinition[], string]>([
    ['two kinds of one name', [base, base], 'shop/Item is declared twice'],
    ['a kind of another pack', [{ ...base, name: 'other/Item' }], 'must start with the name of its pack'],
    [
      'a reference to a kind that does not exist',
      [{ ...base, references: [{ ...reference, to: ['x/Y'] }] }],
      'x/Y, which no pack',
    ],
    [
      'something external that would block',
      [{ ...base, references: [{ ...reference, isExternal: true }] }],
      'as something else than ADVISED, SOFT and IGNORE',
    ],
    ['a reference to nothing', [{ ...base, references: [{ ...reference, to: [] }] }], 'refers to no kind'],
    [
      'a reference into two namespaces',
      [base, { ...basket, references: [{ ...reference, to: ['shop/Item', 'shop/Basket'] }] }],
      'several namespaces',
    ],
    ['the same reference twice', [{ ...base, references: [reference, { ...reference }] }], 'the same reference twice'],
    ['a parent that does not exist', [{ ...base, parentKind: 'shop/Shelf' }], 'is inside shop/Shelf'],
    ['a kind inside itself', [{ ...base, parentKind: base.name }], 'shop/Item is inside itself'],
    [
      'kinds inside each other',
      [
        { ...base, parentKind: basket.name },
        { ...basket, parentKind: base.name },
      ],
      'shop/Basket is inside itself',
    ],
    ['advice without codes', [{ ...base, advise: () => [] }], 'declares no advice codes'],
    ['an advice code twice', [{ ...base, adviceCodes: ['MISSING_SVC', 'MISSING_SVC'] }], 'MISSING_SVC twice'],
    [
      'too many advice codes',
      [{ ...base, adviceCodes: Array.from({ length: 25 }, () => 'MISSING_SVC') }],
      'more than 24',
    ],
    ['a wrong pattern', [{ ...base, references: [{ ...reference, at: 'of' }] }], 'does not start with a slash'],
    [
      'a finder without a rewriter',
      [{ ...base, references: [{ ...reference, find: () => [] }] }],
      'only one of find and rewrite',
    ],
  ])('refuses %s', (_what, kinds, message) => {
    expect(() => registryOf(...kinds)).toThrow(message);
  });

  it('compiles a schema when it is needed: a wrong one fails with the first spec', () => {
    const registry = registryOf({ ...base, schema: { type: 'thing' } });
    expect(() => registry.validateSpec(base.name, {})).toThrow('schema is invalid');
  });

  it('refuses two packs of one name', () => {
    const pack = { name: 'shop', title: 'Shop', kinds: [] };
    expect(() => createKindRegistry([pack, pack])).toThrow('The pack shop is declared twice.');
  });
});
