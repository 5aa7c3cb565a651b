import type { JsonObject } from '../../../../../../src/shared/json.js';
import { registry, namesIn, renamed } from './registry.js';

describe('references of a projection', () => {
  const spec = {
    fields: [
      { name: 'id', type: 'string', castFunction: 'defaultCastToString', primaryKey: true },
      { name: 'tonnage', type: 'number', castFunction: 'toTonnes' },
      { name: 'note', type: 'string', castFunction: '' },
    ],
  };

  it('tells custom cast functions from those that every project has', () => {
    const kind = registry.get('fast-data/Projection');
    const found = registry.findReferences(kind.name, spec).map(({ declarationIndex, at, name }) => {
      const { requirement, whenMissing, isSilent } = kind.references[declarationIndex]!;
      return { at, name, requirement, whenMissing, isSilent };
    });
    expect(found).toEqual([
      {
        at: '/fields/0/castFunction',
        name: 'defaultCastToString',
        requirement: 'ADVISED',
        whenMissing: 'IGNORE',
        isSilent: true,
      },
      { at: '/fields/1/castFunction', name: 'toTonnes', requirement: 'INCLUDED', whenMissing: 'BLOCK', isSilent: true },
    ]);
  });

  it('renames a cast function in its fields', () => {
    const newNameOf = (namespace: string, name: string) =>
      namespace === 'cast-function' && name === 'toTonnes' ? 'toTons' : undefined;
    expect(registry.rewriteReferences('fast-data/Projection', spec, newNameOf)).toEqual({
      fields: [spec.fields[0], { ...spec.fields[1], castFunction: 'toTons' }, spec.fields[2]],
    });
  });
});

describe('references of an ER schema', () => {
  const relation = (name: string) => ({ conditions: { [name]: { condition: { ship_id: 'id' } } } });
  const spec = {
    version: '1.0.0',
    config: {
      ships: { outgoing: { voyages: relation('ship_to_voyages'), ports: relation('ship_to_port') } },
      voyages: {},
    },
  };

  it('are the keys of config and of every outgoing', () => {
    expect(registry.findReferences('fast-data/ErSchema', spec)).toEqual([
      { declarationIndex: 0, at: '/config/ships', name: 'ships' },
      { declarationIndex: 0, at: '/config/voyages', name: 'voyages' },
      { declarationIndex: 1, at: '/config/ships/outgoing/voyages', name: 'voyages' },
      { declarationIndex: 1, at: '/config/ships/outgoing/ports', name: 'ports' },
    ]);
  });

  it('are renamed wherever they stand, and names of conditions stay', () => {
    expect(renamed('ErSchema', spec, { voyages: 'trips' })).toEqual({
      version: '1.0.0',
      config: {
        ships: { outgoing: { trips: relation('ship_to_voyages'), ports: relation('ship_to_port') } },
        trips: {},
      },
    });
  });

  it('lose no relation when the new name is taken by another node', () => {
    expect(renamed('ErSchema', spec, { voyages: 'ports' })).toEqual({
      version: '1.0.0',
      config: {
        ships: { outgoing: { voyages: relation('ship_to_voyages'), ports: relation('ship_to_port') } },
        ports: {},
      },
    });
  });
});

describe('references of a single view', () => {
  const spec: JsonObject = {
    erSchema: 'harbour',
    strategies: [
      { system: 'fleet', projection: 'ships', type: '__automatic__' },
      { system: 'fleet', projection: 'ports', type: 'portStrategy.js' },
    ],
    aggregation: {
      version: '1.1.0',
      config: {
        SV_CONFIG: {
          dependencies: {
            ships: { type: 'projection', on: '_identifier' },
            HOME: { type: 'projection', aliasOf: 'ports', on: 'ship_to_port' },
            VOYAGES: { type: 'config' },
          },
          mapping: { name: 'ships.name' },
        },
      },
    },
    projectionChangesSchema: { version: '1.0.0', config: { sv_ships: { paths: [{ path: ['voyages', 'ships'] }] } } },
    kafkaProjectionUpdates: { voyages: { updatesTopic: 'voyages-updated', strategy: '__automatic__' } },
  };

  it('are found at every documented place', () => {
    const { references } = registry.get('fast-data/SingleView');
    const found = registry.findReferences('fast-data/SingleView', spec);
    expect(found.map(({ declarationIndex, at, name }) => [references[declarationIndex]!.strength, at, name])).toEqual([
      ['HARD', '/erSchema', 'harbour'],
      ['HARD', '/aggregation/config/SV_CONFIG/dependencies/ships', 'ships'],
      ['HARD', '/aggregation/config/SV_CONFIG/dependencies/HOME/aliasOf', 'ports'],
      ['HARD', '/strategies/0/projection', 'ships'],
      ['HARD', '/strategies/1/projection', 'ports'],
      ['SOFT', '/strategies/0/system', 'fleet'],
      ['SOFT', '/strategies/1/system', 'fleet'],
      ['HARD', '/projectionChangesSchema/config/sv_ships/paths/0/path/0', 'voyages'],
      ['HARD', '/projectionChangesSchema/config/sv_ships/paths/0/path/1', 'ships'],
      ['HARD', '/kafkaProjectionUpdates/voyages', 'voyages'],
    ]);
  });

  it('are not constants, custom files or markers', () => {
    const lookalikes = [
      '__string__[ships]',
      '__integer__[1]',
      '__boolean__[true]',
      '__constant__[x]',
      '__fromFile__[a.js]',
      '__automatic__',
    ];
    const paths = [{ path: [...lookalikes, 'ships'] }];
    expect(namesIn('SingleView', { projectionChangesSchema: { version: '1.0.0', config: { v: { paths } } } })).toEqual([
      'ships',
    ]);
    expect(
      namesIn('ErSchema', { version: '1.0.0', config: Object.fromEntries(lookalikes.map((name) => [name, {}])) }),
    ).toEqual([]);
  });

  it('are renamed at every place', () => {
    const text = JSON.stringify(renamed('SingleView', spec, { ships: 'vessels', ports: 'quays', voyages: 'trips' }));
    expect(text).toBe(
      JSON.stringify(spec)
        .replaceAll('"ships', '"vessels')
        .replaceAll('"ports"', '"quays"')
        .replaceAll('"voyages"', '"trips"'),
    );
  });

  it('follow the view when it is renamed itself', () => {
    const { rewriteOwnName } = registry.get('fast-data/SingleView');
    expect(rewriteOwnName?.(spec, 'sv_ships', 'sv_vessels')['projectionChangesSchema']).toEqual({
      version: '1.0.0',
      config: { sv_vessels: { paths: [{ path: ['voyages', 'ships'] }] } },
    });
    expect(rewriteOwnName?.(spec, 'sv_other', 'sv_vessels')).toBe(spec);
    expect(rewriteOwnName?.({}, 'a', 'b')).toEqual({});
  });
});

describe('the Fast Data kinds', () => {
  it('knows the cast functions that every project has by their names', () => {
    const kinds = ['fast-data/CastFunction'];
    expect(registry.isBuiltIn(kinds, 'defaultCastToDate')).toBe(true);
    expect(registry.isBuiltIn(kinds, 'castToDate')).toBe(false);
    expect(registry.isBuiltIn(['fast-data/Projection', 'no/Kind'], 'defaultCastToDate')).toBe(false);
  });

  it('puts projections, single views and CRUD collections into one namespace', () => {
    expect(registry.kindsInNamespace('collection').map((kind) => kind.title)).toEqual([
      'projection',
      'single view',
      'CRUD collection',
    ]);
  });

  it('asks for an event-driven project for references to projections only', () => {
    const asking = registry.list().filter((kind) => kind.reference.requiredCapability === 'EVENT_DRIVEN');
    expect(asking.map((kind) => kind.name)).toEqual(['fast-data/Projection']);
    expect(registry.get('fast-data/Projection').parentKind).toBe('fast-data/SystemOfRecord');
    expect(registry.get('fast-data/CrudCollection')).toMatchObject({
      isExportable: false,
      reference: { allowed: false },
    });
  });
});
