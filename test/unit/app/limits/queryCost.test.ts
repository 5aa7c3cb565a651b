import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, getOperationAST, Kind, parse, validate } from 'graphql';
import { queryCost } from '../../../../src/app/limits/queryCost.js';
import { projectFile } from '../../../support/projectFile.js';

const schema = buildSchema(readFileSync(projectFile('schema.graphql'), 'utf8'));

function costOf(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return queryCost({ schema, document, operation: getOperationAST(document)!, variables });
}

describe('the cost of a query', () => {
  it.each([
    ['a scalar', '{ __typename }', 0],
    ['an object', '{ project(key: "a") { id name } }', 1],
    ['a list without pages, as ten', '{ project(key: "a") { branches { id } } }', 1 + 10],
    ['a page, with its edges and nodes', '{ projects(first: 3) { edges { node { id } } } }', 1 + 3 * 2],
    ['a page of the usual size', '{ projects { edges { node { id } } } }', 1 + 50 * 2],
    ['a page that is out of bounds, as the largest', '{ projects(first: 9999) { edges { cursor } } }', 1 + 500],
    [
      'a list in a page, not as that page',
      '{ projects(first: 3) { edges { node { branches { id } } } } }',
      1 + 3 * (2 + 10),
    ],
    ['what tells of the page, once', '{ projects(first: 500) { pageInfo { hasNextPage } totalCount } }', 2],
    ['what describes the schema, not at all', '{ __schema { types { fields { name } } } }', 0],
    [
      'fragments, where they stand',
      `{ projects(first: 2) { ...page } } fragment page on ProjectConnection { edges { ...edge ... { cursor } } }
       fragment edge on ProjectEdge { node { defaultBranch { id } } }`,
      1 + 2 * 3,
    ],
    [
      'one fragment in two pages',
      `{ a: projects(first: 2) { ...page } b: projects(first: 5) { ...page } }
       fragment page on ProjectConnection { edges { cursor } }`,
      2 + 2 + 5,
    ],
  ])('counts %s', (_what, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  it.each([
    ['given', { size: 7 }, 7],
    ['not given, by its default', {}, 4],
    ['null', { size: null }, 50],
    ['no number', { size: 'all' }, 500],
  ])('counts a page by its variable: %s', (_what, variables, size) => {
    expect(costOf('query ($size: Int = 4) { projects(first: $size) { edges { cursor } } }', variables)).toBe(1 + size);
  });

  it('grows no slower than the pages in pages', () => {
    const text =
      '{ resource(id: "a") { children(first: 500) { edges { node { children(first: 500) { edges { cursor } } } } } } }';
    expect(costOf(text)).toBe(1 + 1 + 500 * (2 + 1 + 500));
  });

  it('is told in time of fragments that hold each other a thousandfold', () => {
    const fragments = Array.from(
      { length: 20 },
      (_, at) =>
        `fragment f${at} on Branch { a${at}: project { branches { ...f${at + 1} } } b${at}: project { branches { ...f${at + 1} } } }`,
    );
    const text = `{ project(key: "a") { branches { ...f0 } } } ${fragments.join(' ')} fragment f20 on Branch { id }`;
    expect(costOf(text)).toBeGreaterThan(1_000_000);
  });
});

const contractFile = projectFile('../shared/operations.graphql');

(existsSync(contractFile) ? describe : describe.skip)('the operations of the contract', () => {
  it('stay far below the limit, with the largest pages', () => {
    const document = parse(existsSync(contractFile) ? readFileSync(contractFile, 'utf8') : '{ __typename }');
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const cost = queryCost({ schema, document, operation: definition, variables: { first: 500 } });
      expect(cost).toBeLessThan(50_000);
    }
  });
});
