import type { AdviceFacts } from '../../../../../../src/features/kinds/worker.js';
import type { JsonObject } from '../../../../../../src/shared/json.js';
import { registry } from './registry.js';

const standard: Omit<AdviceFacts, 'kind'> = {
  name: 'thing',
  mode: 'EDITABLE',
  sourceProjectKey: 'harbour-dev',
  targetProjectKey: 'harbour-prod',
  targetCapabilities: [],
  isNestedReference: false,
};

function adviceFor(kind: string, spec: JsonObject, facts: Partial<AdviceFacts> = {}) {
  const definition = registry.get(`fast-data/${kind}`);
  return definition.advise?.(spec, { ...standard, kind: definition.name, ...facts }) ?? [];
}

const codes = (...args: Parameters<typeof adviceFor>) => adviceFor(...args).map((problem) => problem.code);

const keyed = { fields: [{ name: 'id', type: 'string', primaryKey: true }] };

describe('advice on Systems of Record and projections', () => {
  it('names the missing writer of a copy, but not of a reference', () => {
    expect(codes('SystemOfRecord', { adapter: 'basic' })).toEqual(['MISSING_WRITER_SERVICE']);
    expect(codes('Projection', keyed)).toEqual(['MISSING_WRITER_SERVICE']);
    expect(codes('SystemOfRecord', { adapter: 'basic' }, { mode: 'REFERENCE' })).toEqual([]);
    expect(codes('Projection', keyed, { mode: 'REFERENCE' })).toEqual([]);
  });

  it('names the missing message format of a custom adapter', () => {
    expect(codes('SystemOfRecord', { adapter: 'custom' })).toEqual([
      'MISSING_WRITER_SERVICE',
      'MISSING_MESSAGE_FORMAT',
    ]);
  });

  it('warns about a projection without a primary key', () => {
    const fields = [{ name: 'id', type: 'string', primaryKey: false }];
    expect(codes('Projection', { fields }, { mode: 'REFERENCE' })).toEqual(['NO_PRIMARY_KEY']);
    expect(codes('Projection', { fields: [] }, { mode: 'REFERENCE' })).toEqual(['NO_PRIMARY_KEY']);
  });

  it('warns about topics that still name the source project, in copies only', () => {
    const topics = (ingestion: string) => ({ ...keyed, topics: { ingestion } });
    const [, topic] = adviceFor('Projection', topics('acme.harbour-dev.fleet.ships.ingestion'));
    expect(topic).toMatchObject({
      code: 'TOPIC_FROM_SOURCE',
      path: ['topics', 'ingestion'],
      severity: 'WARNING',
      name: 'thing',
    });
    expect(codes('Projection', topics('acme.harbour-dev.harbour-prod.x'))).not.toContain('TOPIC_FROM_SOURCE');
    expect(codes('Projection', topics('acme.harbour-development.x'))).not.toContain('TOPIC_FROM_SOURCE');
    expect(codes('Projection', topics('acme.harbour-dev.x'), { mode: 'REFERENCE' })).toEqual([]);
    expect(codes('Projection', topics('acme.harbour-dev.x'), { sourceProjectKey: undefined })).not.toContain(
      'TOPIC_FROM_SOURCE',
    );
  });

  it('lists the public variables of topics, each once', () => {
    const spec = {
      ...keyed,
      topics: { ingestion: { name: '{{TENANT}}.{{ SHIPS_TOPIC }}' }, prUpdate: '{{TENANT}}.out' },
    };
    const [advice] = adviceFor('Projection', spec, { mode: 'REFERENCE' });
    expect(advice).toMatchObject({ code: 'PUBLIC_VARIABLE_MISSING', path: ['topics', 'ingestion', 'name'] });
    expect(advice?.message).toContain(': TENANT, SHIPS_TOPIC.');
  });

  it('warns about endpoints that are not imported', () => {
    const spec = { ...keyed, internalEndpoints: [{ basePath: '/ships' }] };
    expect(codes('Projection', spec, { mode: 'REFERENCE' })).toEqual(['ENDPOINTS_NOT_IMPORTED']);
    expect(codes('Projection', { ...keyed, internalEndpoints: [] }, { mode: 'REFERENCE' })).toEqual([]);
  });
});

describe('advice on single views and ER schemas', () => {
  it('names the missing services, the trigger generator in an event-driven project only', () => {
    expect(codes('SingleView', {})).toEqual(['MISSING_SVC']);
    expect(codes('SingleView', {}, { targetCapabilities: ['EVENT_DRIVEN'] })).toEqual(['MISSING_SVC', 'MISSING_SVTG']);
  });

  it('lists custom files, wherever they are named', () => {
    const spec = {
      aggregation: {
        config: { SV_CONFIG: { mapping: { a: { b: '__fromFile__[price.js]' }, c: '__fromFile__[tax]' } } },
      },
      kafkaProjectionUpdates: { ships: { strategy: '__fromFile__[price.js]' } },
    };
    const advice = adviceFor('SingleView', spec).find(({ code }) => code === 'CUSTOM_FILE_MISSING');
    expect(advice?.message).toContain(': price.js, tax.');
    expect(advice?.path).toEqual(['aggregation', 'config', 'SV_CONFIG', 'mapping', 'a', 'b']);
    expect(codes('ErSchema', { config: { a: '__fromFile__[x]' } })).toEqual(['CUSTOM_FILE_MISSING']);
  });

  it('warns about endpoints of a single view', () => {
    expect(codes('SingleView', { internalEndpoints: [{ basePath: '/a' }] })).toEqual([
      'MISSING_SVC',
      'ENDPOINTS_NOT_IMPORTED',
    ]);
  });

  it.each(['CastFunction', 'SystemOfRecord', 'Projection', 'ErSchema', 'SingleView'])(
    'tells that a %s was a reference itself',
    (kind) => {
      expect(codes(kind, keyed, { isNestedReference: true })).toContain('NESTED_REFERENCE');
    },
  );
});

describe('advice on cast functions', () => {
  const custom = (casting: string) => ({ dataType: 'string', type: 'custom', casting });

  it('warns about what only one of the writers runs', () => {
    expect(codes('CastFunction', custom('module.exports = (v, f, logger) => v'))).toEqual(['CAST_LANGUAGE']);
    expect(codes('CastFunction', custom('fun cast(value: Any?, field: String): Any? { return value }'))).toEqual([
      'CAST_LANGUAGE',
    ]);
  });

  it('has nothing to say about plain functions, references and default functions', () => {
    expect(codes('CastFunction', custom('module.exports = function up(value) { return value }'))).toEqual([]);
    expect(codes('CastFunction', custom('(v, f, logger) => v'), { mode: 'REFERENCE' })).toEqual([]);
    expect(codes('CastFunction', { ...custom('(v, f, logger) => v'), type: 'default' })).toEqual([]);
  });
});

describe('the advice of every kind', () => {
  it('gives only codes that the kind declares, with a sentence, a fix and the resource', () => {
    const spec = {
      adapter: 'custom',
      type: 'custom',
      casting: 'logger',
      topics: { ingestion: 'harbour-dev.{{A}}.__fromFile__[x]', prUpdate: '__fromFile__[x]' },
      internalEndpoints: [{}],
    };
    const facts = { targetCapabilities: ['EVENT_DRIVEN'], isNestedReference: true } as const;
    for (const kind of registry.list()) {
      const advice = adviceFor(kind.name.replace('fast-data/', ''), spec, facts);
      expect(advice.map(({ code }) => code)).toEqual([...(kind.adviceCodes ?? [])]);
      for (const problem of advice) {
        expect(problem).toMatchObject({ severity: 'WARNING', kind: kind.name, name: 'thing' });
        expect(problem.message).toMatch(/\.$/);
        expect(problem.fix).toMatch(/\.$/);
      }
    }
  });
});
