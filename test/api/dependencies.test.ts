import {
  makeAggregation,
  makeCastFunction,
  makeCrudCollection,
  makeErSchema,
  makeProjection,
  makeSingleView,
  makeSystem,
  type NewResource,
} from '../support/fastDataResources.js';
import { createProject, createResources } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface EdgeView {
  at: string;
  requirement: string;
  strength: string;
  targetName: string;
  isResolved: boolean;
  target: { kind: { name: string } } | null;
}

interface DependentView {
  at: string;
  requirement: string;
  strength: string;
  source: { name: string };
}

interface PageView {
  totalCount: number;
  nodes: { at: string }[];
  edges: { node: { at: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const document = `query ($id: ID!) { resource(id: $id) {
  dependencies { nodes { at requirement strength targetName isResolved target { kind { name } } } }
  dependents { nodes { at requirement strength source { name } } } } }`;

describe('what a resource depends on', () => {
  let server: ServerClient;
  let ids: Map<string, string>;
  beforeAll(async () => {
    server = await sharedServer();
    const { branchId } = await createProject(server, 'clinic');
    const made = await createResources(server, branchId, clinic());
    ids = new Map([...made].map(([name, { id }]) => [name, id]));
  });

  const read = async (name: string) => {
    const { data } = await server.query(document, { id: ids.get(name) });
    const { resource } = data as {
      resource: { dependencies: { nodes: EdgeView[] }; dependents: { nodes: DependentView[] } };
    };
    const [dependencies, dependents] = [resource.dependencies.nodes, resource.dependents.nodes];
    const lines = dependencies.map(
      ({ at, targetName, requirement, strength }) => `${at} ${targetName} ${requirement} ${strength}`,
    );
    return { dependencies, dependents, lines };
  };
  const dependents = async (name: string) =>
    (await read(name)).dependents.map(
      ({ at, source, requirement, strength }) => `${source.name} ${at} ${requirement} ${strength}`,
    );

  it('is, for a projection, its system and the custom cast functions of its fields', async () => {
    const { lines } = await read('patients');
    expect(lines.toSorted()).toEqual([
      ' ward INCLUDED HARD',
      '/fields/1/castFunction trim INCLUDED HARD',
      '/fields/2/castFunction defaultCastToDate ADVISED SOFT',
    ]);
  });

  it('is, for a system, what it contains', async () => {
    const { lines } = await read('ward');
    expect(lines.toSorted()).toEqual([
      ' doctors INCLUDED CONTAINMENT',
      ' nurses INCLUDED CONTAINMENT',
      ' patients INCLUDED CONTAINMENT',
    ]);
    expect(await dependents('ward')).toContain('patients  INCLUDED HARD');
  });

  it('is, for an ER schema, each node that is a key or only a target, and no field nor constant', async () => {
    const { lines } = await read('relations');
    expect(lines.toSorted()).toEqual(
      [
        '/config/patients INCLUDED HARD',
        '/config/patients/outgoing/doctors INCLUDED HARD',
        '/config/patients/outgoing/rooms REQUIRED HARD',
        '/config/patients/outgoing/sv_doctors INCLUDED HARD',
      ].map((line) => line.replace(/^(\S*\/)(\w+)/, '$1$2 $2')),
    );
  });

  it('is only required when it is a CRUD collection, which never travels', async () => {
    const { dependencies } = await read('relations');
    const room = dependencies.find(({ targetName }) => targetName === 'rooms');
    expect(room).toMatchObject({ requirement: 'REQUIRED', target: { kind: { name: 'fast-data/CrudCollection' } } });
  });

  it('is, for a single view, its ER schema, its strategies and all files of its services', async () => {
    const { lines } = await read('sv_patients');
    const base = '/aggregation/config/SV_CONFIG/dependencies';
    expect(lines.toSorted()).toEqual(
      [
        '/erSchema relations INCLUDED HARD',
        '/kafkaProjectionUpdates/nurses nurses INCLUDED HARD',
        '/projectionChangesSchema/config/sv_patients/paths/0/path/0 doctors INCLUDED HARD',
        '/projectionChangesSchema/config/sv_patients/paths/0/path/1 patients INCLUDED HARD',
        '/strategies/0/projection patients INCLUDED HARD',
        '/strategies/0/system ward INCLUDED SOFT',
        `${base}/CARER/_select/default/aliasOf nurses INCLUDED HARD`,
        `${base}/CARER/_select/options/0/value/aliasOf doctors INCLUDED HARD`,
        `${base}/OTHER/aliasOf sv_doctors INCLUDED HARD`,
        `${base}/patients patients INCLUDED HARD`,
        '/aggregation/config/WARD_CONFIG/dependencies/beds beds INCLUDED HARD',
      ].toSorted(),
    );
  });

  it('is reported, although nothing of that name exists', async () => {
    const { dependencies } = await read('sv_patients');
    const missing = dependencies.filter(({ isResolved }) => !isResolved);
    expect(missing.map(({ targetName, target }) => [targetName, target])).toEqual([['beds', null]]);
  });

  it('is matched by its exact name only', async () => {
    const { dependencies } = await read('sv_case');
    expect(dependencies).toMatchObject([{ targetName: 'PATIENTS', isResolved: false, target: null }]);
  });

  it('is matched by its kind: a system of the same name is no node', async () => {
    const { dependencies } = await read('namesakes');
    expect(dependencies).toMatchObject([{ targetName: 'ward', isResolved: false }]);
  });

  it('may be the resource itself', async () => {
    expect((await read('sv_self')).dependencies).toMatchObject([{ targetName: 'sv_self', isResolved: true }]);
    expect(await dependents('sv_self')).toEqual([
      'sv_self /aggregation/config/SV_CONFIG/dependencies/sv_self INCLUDED HARD',
    ]);
  });

  it('is shown from the other side too, place by place', async () => {
    expect((await dependents('doctors')).toSorted()).toEqual([
      'relations /config/patients/outgoing/doctors INCLUDED HARD',
      'sv_patients /aggregation/config/SV_CONFIG/dependencies/CARER/_select/options/0/value/aliasOf INCLUDED HARD',
      'sv_patients /projectionChangesSchema/config/sv_patients/paths/0/path/0 INCLUDED HARD',
    ]);
    expect(await dependents('trim')).toEqual(['patients /fields/1/castFunction INCLUDED HARD']);
    expect(await dependents('rooms')).toEqual(['relations /config/patients/outgoing/rooms REQUIRED HARD']);
  });

  it.each(['dependencies', 'dependents'] as const)('is read in pages without loss: %s', async (field) => {
    const query = `query ($id: ID!, $after: String) { resource(id: $id) { list: ${field}(first: 2, after: $after) {
      totalCount nodes { at } edges { cursor node { at } } pageInfo { hasNextPage endCursor } } } }`;
    const id = ids.get(field === 'dependencies' ? 'sv_patients' : 'patients');
    const found: string[] = [];
    const next = async (after: string | null): Promise<PageView> => {
      const { list } = (await server.query(query, { id, after })).data!['resource'] as { list: PageView };
      expect(list.edges.map(({ node }) => node)).toEqual(list.nodes);
      found.push(...list.nodes.map(({ at }) => at));
      return list.pageInfo.hasNextPage ? next(list.pageInfo.endCursor) : list;
    };
    const { totalCount } = await next(null);
    const whole = (await read(field === 'dependencies' ? 'sv_patients' : 'patients'))[field];
    expect(found).toEqual(whole.map(({ at }) => at));
    expect([totalCount, found.length > 2]).toEqual([found.length, true]);
  });

  it('ends on its own branch', async () => {
    const other = await createProject(server, 'other-clinic');
    const made = await createResources(server, other.branchId, [makeErSchema('lonely', { patients: [] })]);
    const { resource } = await server.operation('Dependencies', { id: made.get('lonely')!.id });
    expect(resource?.dependencies.nodes).toMatchObject([{ targetName: 'patients', isResolved: false }]);
  });

  it('keeps awkward names apart in its places', async () => {
    const { branchId } = await createProject(server, 'awkward');
    const made = await createResources(server, branchId, [makeErSchema('odd', { 'a/b~c': [], constructor_: [] })]);
    const { resource } = await server.operation('Dependencies', { id: made.get('odd')!.id });
    expect(resource?.dependencies.nodes.map(({ at }) => at)).toEqual(['/config/a~1b~0c', '/config/constructor_']);
  });
});

/** Every edge that Fast Data knows, and texts that only look like one. */
function clinic(): NewResource[] {
  const condition = (value: unknown) => ({ conditions: { c: { condition: { id: value } } } });
  return [
    makeCastFunction('trim'),
    makeSystem('ward'),
    makeProjection('patients', { parent: 'ward', castFunctions: { name: 'trim', born: 'defaultCastToDate' } }),
    makeProjection('doctors', { parent: 'ward' }),
    makeProjection('nurses', { parent: 'ward' }),
    makeCrudCollection('rooms'),
    makeSingleView('sv_doctors'),
    {
      kind: 'fast-data/ErSchema',
      name: 'relations',
      spec: {
        version: '1.0.0',
        config: {
          patients: {
            outgoing: {
              doctors: condition('__string__[nurses]'),
              rooms: condition({ $gt: '__constant__[beds]' }),
              sv_doctors: condition('id'),
            },
          },
          '__string__[nurses]': {},
          '__fromFile__[nurses]': {},
        },
      } as NewResource['spec'],
    },
    makeErSchema('namesakes', { ward: [] }),
    makeSingleView('sv_case', {
      aggregation: makeAggregation({ PATIENTS: { type: 'projection', on: '_identifier' } }),
    }),
    makeSingleView('sv_self', { aggregation: makeAggregation({ sv_self: { type: 'projection' } }) }),
    makeSingleView('sv_patients', {
      erSchema: 'relations',
      strategies: [{ system: 'ward', projection: 'patients', type: 'low-code' }],
      aggregation: {
        version: '1.3.0',
        config: {
          SV_CONFIG: {
            dependencies: {
              patients: { type: 'projection', on: '_identifier' },
              WARD_CONFIG: { type: 'config' },
              OTHER: { type: 'projection', aliasOf: 'sv_doctors', on: 'c' },
              CARER: {
                type: 'projection',
                _select: {
                  options: [
                    {
                      when: { '==': ['patients.kind', '__string__[rooms]'] },
                      value: { aliasOf: 'doctors', on: 'c' },
                    },
                  ],
                  default: { aliasOf: 'nurses', on: 'c' },
                },
              },
            },
            mapping: { name: 'patients.name', ward: 'WARD_CONFIG', kind: '__string__[rooms]' },
          },
          WARD_CONFIG: { dependencies: { beds: { type: 'projection', on: 'c' } }, mapping: { bed: 'beds.id' } },
        },
      },
      projectionChangesSchema: {
        version: '1.0.0',
        config: { sv_patients: { paths: [{ path: ['doctors', 'patients'], identifier: { id: 'id' } }] } },
      },
      kafkaProjectionUpdates: { nurses: { updatesTopic: 'ward.doctors', strategy: '__automatic__' } },
      singleViewKey: { version: '1.0.0', config: { id: 'doctors' } },
    }),
  ];
}
