import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import { boundListOf } from '../../../../src/app/limits/boundList.js';
import { listSizes, maxProblems } from '../../../../src/app/limits/listSizes.js';
import { errorProblem } from '../../../../src/shared/problem.js';
import { projectFile } from '../../../support/projectFile.js';

const schema = buildSchema(readFileSync(projectFile('schema.graphql'), 'utf8'));

/** Every list of the schema but those of pages, which are as long as their `first` says, and those of problems. */
const places = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type))
  .filter(({ name }) => !name.startsWith('__') && !name.endsWith('Connection'))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, field })))
  .filter(({ field }) => isListType(getNullableType(field.type)) && getNamedType(field.type).name !== 'Problem')
  .map(({ place }) => place);

describe('lists without pages', () => {
  it('all have a stated size, and nothing else has', () => {
    expect([...listSizes.keys()].toSorted()).toEqual(places.toSorted());
  });

  it.each([...listSizes])('%s is refused when it is longer than that, and not before', (place, { most }) => {
    const bound = boundListOf(place, 'Resource')!;
    const longest = Array.from({ length: most }, () => null);
    expect(bound(longest)).toBe(longest);
    const message = `${place} has ${most + 1} elements; an answer shows at most ${most}.`;
    expect(() => bound([...longest, null])).toThrow(message);
  });

  it('have no bound where they are pages', () => {
    expect(boundListOf('ResourceConnection.nodes', 'Resource')).toBeUndefined();
  });
});

describe('lists of problems', () => {
  const bound = boundListOf('UpdateResourcePayload.problems', 'Problem')!;
  const problems = (count: number) =>
    Array.from({ length: count }, (_, index) => errorProblem('NOT_FOUND', `Number ${index} is nowhere.`));

  it('are told whole up to the bound', () => {
    const list = problems(maxProblems);
    expect(bound(list)).toBe(list);
  });

  it('beyond it are told in part, with one problem that counts the others', () => {
    const told = bound(problems(maxProblems + 5)) as ReturnType<typeof problems>;
    expect(told).toHaveLength(maxProblems);
    expect(told.at(-2)?.message).toBe(`Number ${maxProblems - 2} is nowhere.`);
    expect(told.at(-1)).toMatchObject({
      ...{ code: 'NOT_FOUND', severity: 'ERROR' },
      message: 'There are 6 more problems, which are not listed.',
    });
  });
});
