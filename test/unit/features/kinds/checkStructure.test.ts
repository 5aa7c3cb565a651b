import { checkStructure } from '../../../../src/features/kinds/checkStructure.js';
import type { JsonObject } from '../../../../src/shared/json.js';

function nested(depth: number): JsonObject {
  return JSON.parse('{"a":'.repeat(depth - 1) + '{}' + '}'.repeat(depth - 1)) as JsonObject;
}

describe('checkStructure', () => {
  it('passes 100 levels and refuses the next one, with its place', () => {
    expect(checkStructure(nested(100)).problems.list()).toEqual([]);
    const structure = checkStructure(nested(101));
    expect(structure.isTooDeep).toBe(true);
    const [problem] = structure.problems.list();
    expect(problem).toMatchObject({ code: 'NESTING_TOO_DEEP', severity: 'ERROR' });
    expect(problem?.path).toHaveLength(100);
  });

  it('does not run out of stack on deep input, and tells it once', () => {
    const deep = JSON.parse('[' + '['.repeat(4000) + ']'.repeat(4000) + ',' + nestedText() + ']') as JsonObject[];
    const { problems } = checkStructure({ deep });
    expect(problems.list().map((problem) => problem.code)).toEqual(['NESTING_TOO_DEEP']);
  });

  it('refuses the keys __proto__, constructor and prototype at any level, each with its place', () => {
    const spec = JSON.parse(
      '{"a":[{"__proto__":{"b":1}}],"constructor":1,"c":{"prototype":{}},"fine":"__proto__"}',
    ) as JsonObject;
    const problems = checkStructure(spec).problems.list();
    expect(problems.every((problem) => problem.code === 'FORBIDDEN_KEY')).toBe(true);
    expect(problems.map((problem) => problem.path)).toEqual([
      ['constructor'],
      ['a', '0', '__proto__'],
      ['c', 'prototype'],
    ]);
  });

  it('counts members and elements at all levels', () => {
    expect(checkStructure({ a: [1, 2, { b: 3 }], c: null }).valueCount).toBe(6);
  });
});

function nestedText(): string {
  return '{"a":'.repeat(500) + '1' + '}'.repeat(500);
}
