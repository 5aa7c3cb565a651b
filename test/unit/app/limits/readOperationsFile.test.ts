import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { readOperationsFile } from '../../../../src/app/limits/readOperationsFile.js';
import { projectFile } from '../../../support/projectFile.js';

const schema = buildSchema(readFileSync(projectFile('schema.graphql'), 'utf8'));

describe('a list of operations', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waybill-operations-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    [
      'holds none',
      'fragment Total on ProjectConnection { totalCount }',
      /which holds no operation\. Name a GraphQL document/,
    ],
    ['holds one without a name', '{ projects { totalCount } }', /which holds an operation without a name\./],
    [
      'does not fit the schema',
      'query A {\n nothing\n}',
      /does not fit the schema \(line 2\): Cannot query field "nothing"/,
    ],
    ['is no GraphQL', 'query A {', /is no GraphQL \(line 1\): Syntax Error/],
    ['has two of one name', 'query A { __typename } query A { __typename }', /only one operation named "A"/],
  ])('is refused when it %s', async (_what, text, sentence) => {
    const file = path.join(folder, 'operations.graphql');
    await writeFile(file, text);
    expect(() => readOperationsFile(file, schema)).toThrow(sentence);
  });

  it('is refused when it is missing', () => {
    expect(() => readOperationsFile(path.join(folder, 'missing.graphql'), schema)).toThrow(
      /WAYBILL_OPERATIONS_FILE is ".*", which can't be read \(ENOENT/,
    );
  });
});
