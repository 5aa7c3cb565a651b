import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, print, validate, type DocumentNode, type SelectionSetNode } from 'graphql';
import { selectOperation } from '../support/operationDocuments.js';
import { projectFile } from '../support/projectFile.js';

const schema = buildSchema(read('schema.graphql'));
const contractFile = projectFile('../shared/operations.graphql');

function read(path: string): string {
  return readFileSync(projectFile(path), 'utf8');
}

function operationNames(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
  );
}

describe('the operations that the tests send', () => {
  const document = parse(read('test/support/operations.graphql'));

  it.each(operationNames(document))('%s fits the schema', (name) => {
    expect(validate(schema, parse(selectOperation(document, name)))).toEqual([]);
  });
});

describe('the ready-made operations of the examples', () => {
  it('fit the schema, all of them', () => {
    expect(validate(schema, parse(read('examples/operations.graphql')))).toEqual([]);
  });
});

const describeContract = existsSync(contractFile) ? describe : describe.skip;

describeContract('the contract with clients', () => {
  const document = existsSync(contractFile) ? parse(readFileSync(contractFile, 'utf8')) : parse('{ __typename }');
  const names = operationNames(document);

  it('holds operations', () => {
    expect(names.length).toBeGreaterThan(20);
  });

  it.each(names)('%s runs as it stands', (name) => {
    expect(validate(schema, parse(selectOperation(document, name)))).toEqual([]);
  });

  it('asks for the same as the operations that the tests send', () => {
    const ours = parse(read('test/support/operations.graphql'));
    for (const name of operationNames(ours)) {
      expect(`${name}: ${selectedFields(ours, name)}`).toBe(`${name}: ${selectedFields(document, name)}`);
    }
  });
});

/** The selection of an operation, with fragments spread, names of fields sorted, as one text. */
function selectedFields(document: DocumentNode, name: string): string {
  const { definitions } = parse(selectOperation(document, name));
  const fragmentByName = new Map<string, SelectionSetNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragmentByName.set(definition.name.value, definition.selectionSet);
  }
  const textsOf = ({ selections }: SelectionSetNode): string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) {
        const { selectionSet } = selection;
        const values = (selection.arguments ?? []).map((argument) => print(argument));
        const inner = selectionSet ? `{${textsOf(selectionSet).toSorted().join(' ')}}` : '';
        return [`${selection.name.value}(${values.join()})${inner}`];
      }
      const spread =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragmentByName.get(selection.name.value) : selection.selectionSet;
      return spread ? textsOf(spread) : [];
    });
  const [operation] = definitions;
  return operation && 'selectionSet' in operation ? textsOf(operation.selectionSet).join(' ') : '';
}
