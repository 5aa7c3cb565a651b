import { readFileSync } from 'node:fs';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { exampleTabs } from '../../../src/app/graphiql.js';

const document = `# The first.
query First {
  a
}

# The second.
# Variables: { "id": "x" }
# More of it.
query Second($id: ID!) {
  b(id: $id)
}
`;

describe('tabs of GraphiQL', () => {
  it('hold one operation each, with the comments above it', () => {
    expect(exampleTabs(document).map(({ query }) => query)).toEqual([
      '# The first.\nquery First {\n  a\n}',
      '# The second.\n# More of it.\nquery Second($id: ID!) {\n  b(id: $id)\n}',
    ]);
  });

  it('are filled with the variables of the comment, and have none without it', () => {
    expect(exampleTabs(document).map(({ variables }) => variables)).toEqual([undefined, '{\n  "id": "x"\n}']);
  });
});

describe('ready-made operations', () => {
  const text = readFileSync('examples/operations.graphql', 'utf8');

  it('are valid for the schema', () => {
    expect(validate(buildSchema(readFileSync('schema.graphql', 'utf8')), parse(text))).toEqual([]);
  });

  it('name in their variables only what the operation takes', () => {
    for (const { query, variables } of exampleTabs(text)) {
      const taken =
        getOperationAST(parse(query))?.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
      expect(taken).toEqual(expect.arrayContaining(Object.keys(JSON.parse(variables ?? '{}') as object)));
    }
  });
});
