import type { Container } from '../../../../../src/features/importing/prerequisites/container.js';
import {
  judgePrerequisite,
  type TargetFacts,
} from '../../../../../src/features/importing/prerequisites/judgePrerequisite.js';
import { prerequisiteProblems } from '../../../../../src/features/importing/prerequisites/prerequisite.problems.js';
import type { KindRegistry, RequiredTarget } from '../../../../../src/features/kinds/worker.js';

const definitions: Record<string, unknown> = {
  process: { title: 'process', originalCodes: { forbidden: 'F-1', missing: 'M-1' } },
  collection: { title: 'collection', originalCodes: { sourceMissing: 'S-1', tenantMissing: 'T-1' } },
};
const kinds = { find: (name: string) => definitions[name] } as unknown as KindRegistry;
const container = { id: 'c', kind: 'collection', name: 'ours', mode: 'EDITABLE', spec: {} } as Container;
const need: RequiredTarget = { at: '/data/key', name: 'order', versions: ['1'], isAnyVersion: false, tenants: [null] };
const facts: TargetFacts = {
  targetKind: 'process',
  nameInFile: 'order',
  offer: { versions: ['1', '2'], tenants: [null] },
  usableTenants: null,
  sourceTenants: null,
};

function told(asked: Partial<RequiredTarget>, known: Partial<TargetFacts>, isScopeExtended = false) {
  const judged = judgePrerequisite({ ...need, ...asked }, { ...facts, ...known });
  return prerequisiteProblems(judged, { kinds, planId: 'plan', itemName: 'report', container, isScopeExtended });
}

describe('what is said of a need', () => {
  it('is nothing when it is met', () => {
    expect(told({}, {})).toEqual([]);
  });

  it('names what who imports may not use, and for whom', () => {
    expect(told({ tenants: ['a', 'b'] }, { usableTenants: [] })).toMatchObject([
      {
        code: 'FORBIDDEN',
        severity: 'ERROR',
        originalCode: 'F-1',
        message: 'The importing user may not use the process "order" for tenants a, b.',
        path: ['data', 'key'],
      },
    ]);
  });

  it('names the versions that are there when none that is needed is, and how to use another', () => {
    expect(told({ versions: ['8', '9'] }, {})).toMatchObject([
      {
        code: 'VERSION_MISSING',
        originalCode: 'M-1',
        message: '"report" requires the process "order" in versions 8, 9; the branch has 1, 2.',
        path: ['data', 'versions'],
        fix: 'Use another version with remapPrerequisite(input: { planId: "plan", kind: "process", name: "order", toVersion: "latest" }).',
      },
    ]);
  });

  it('asks for versions where there is none at all', () => {
    expect(told({}, { offer: { versions: [], tenants: [null] } })).toMatchObject([
      {
        message: '"report" requires the process "order", but the branch has no version of it.',
        fix: 'Add its deployed versions to it.',
      },
    ]);
  });

  it('warns of versions that are left out', () => {
    expect(told({ versions: ['1', '9'] }, {})).toMatchObject([
      {
        code: 'VERSION_PRUNED',
        severity: 'WARNING',
        message:
          '"report" also requires the process "order" in version 9, which the branch does not have: it is imported with 1 only.',
      },
    ]);
  });

  it('names a tenant that has it', () => {
    expect(told({ tenants: ['a'] }, { offer: { versions: ['1'], tenants: ['b', 'c'] } })).toMatchObject([
      {
        code: 'TENANT_MISSING',
        message: '"report" requires the process "order" for tenant a; the branch has it for tenants b, c.',
        path: ['data', 'tenantIds'],
        fix: 'Use that with remapPrerequisite(input: { planId: "plan", kind: "process", name: "order", toTenant: "b" }).',
      },
    ]);
  });

  it('says where the tenant of a newer version of the product comes from', () => {
    const [problem] = told({}, { offer: { versions: ['1'], tenants: ['<default>'] } });
    expect(problem?.fix).toMatch(
      /^A file of Camunda 7 names no tenant .* use that with .* toTenant: "<default>" }\)\.$/,
    );
  });

  it.each([
    {
      sourceTenants: undefined,
      code: 'SOURCE_MISSING',
      originalCode: 'S-1',
      message:
        'The collection "ours" does not have the process "order" as a data source, which "report" requires for no tenant.',
    },
    {
      sourceTenants: ['a'],
      code: 'SOURCE_TENANT_MISSING',
      originalCode: 'T-1',
      message:
        'The collection "ours" has the process "order" as a data source, but not for no tenant, which "report" requires.',
    },
  ])('names what a container with sources for $sourceTenants lacks', ({ sourceTenants, ...expected }) => {
    const [problem] = told({}, { sourceTenants });
    expect(problem).toMatchObject({ ...expected, severity: 'ERROR' });
    expect(problem?.fix).toContain('setImportOptions(input: { planId: "plan", isScopeExtended: true })');
  });

  it('tells what the import adds to the container', () => {
    expect(told({}, { sourceTenants: undefined }, true)).toMatchObject([
      {
        code: 'SCOPE_EXTENDED',
        severity: 'WARNING',
        message: 'The import adds the process "order" for no tenant to the data sources of the collection "ours".',
      },
    ]);
  });
});
