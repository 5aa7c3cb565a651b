import { SchemaCompiler, SpecValidator } from '../../../../src/features/kinds/specValidator.js';
import type { JsonObject } from '../../../../src/shared/json.js';

const compiler = new SchemaCompiler();
const validator = new SpecValidator(
  {
    type: 'object',
    required: ['title'],
    properties: {
      title: { type: 'string', minLength: 1 },
      colour: { type: 'string', enum: ['red', 'green'] },
      code: { type: 'string', pattern: '^[A-Z]+$', description: 'Must be capital letters.' },
      size: { type: 'integer', minimum: 1, maximum: 9 },
      at: { type: 'string', format: 'date-time' },
      either: { anyOf: [{ type: 'string' }, { type: 'array' }], description: 'Must be a text or a list.' },
      parts: { type: 'array', items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
      keyed: { type: 'object', propertyNames: { pattern: '^\\$', description: 'Must start with $.' } },
      exact: { type: 'object', additionalProperties: false, properties: {} },
      list: { type: ['array', 'null'], minItems: 1, maxItems: 2, uniqueItems: true },
    },
    if: { properties: { colour: { const: 'red' } }, required: ['colour'] },
    then: { required: ['size'] },
  },
  compiler,
);

const messagesOf = (spec: JsonObject) => validator.validate(spec).map((problem) => problem.message);

describe('SpecValidator', () => {
  it('has nothing to say about a right spec', () => {
    expect(validator.validate({ title: 'a', unknown: { more: true } })).toEqual([]);
  });

  it.each([
    [{}, 'The spec lacks the member "title".'],
    [{ title: '' }, 'title must not be empty.'],
    [{ title: 3 }, 'title must be a string, but is a number.'],
    [{ title: 'a', colour: 'blue' }, 'colour must be one of red, green, but is "blue".'],
    [{ title: 'a', code: 'x' }, 'code must be capital letters, but is "x".'],
    [{ title: 'a', size: 12 }, 'size must be at most 9, but is 12.'],
    [{ title: 'a', at: 'noon' }, 'at must be of the format date-time, but is "noon".'],
    [{ title: 'a', either: 4 }, 'either must be a text or a list.'],
    [{ title: 'a', parts: [{ name: 'x' }, {}] }, 'parts/1 lacks the member "name".'],
    [{ title: 'a', parts: [{ name: null }] }, 'parts/0/name must be a string, but is null.'],
    [{ title: 'a', keyed: { x: 1 } }, 'keyed has a key "x"; keys must start with $.'],
    [{ title: 'a', exact: { x: 1 } }, 'exact has a member "x" that is not known.'],
    [{ title: 'a', list: [] }, 'list must have at least one element.'],
    [{ title: 'a', list: {} }, 'list must be an array or null, but is an object.'],
    [{ title: 'a', list: [1, 1] }, 'list has the same element twice, at 0 and 1.'],
    [{ title: 'a', colour: 'red' }, 'The spec lacks the member "size".'],
  ] as [JsonObject, string][])('says of %j: %s', (spec, message) => {
    expect(messagesOf(spec)).toEqual([message]);
  });

  it('lets members pass that are not known, and still tells all that is wrong, also of a spec whose first fault alone is looked at', () => {
    for (const count of [1, 100_001]) {
      const spec = { title: 3, exact: { x: 1, y: 2 }, list: null, more: new Array(count).fill(0) as number[] };
      const problems = validator.validate(spec, { unknownMembers: 'KEPT' });
      expect(problems).toContainEqual(expect.objectContaining({ code: 'SPEC_INVALID', path: ['title'] }));
      const right = validator.validate({ ...spec, title: 'a' }, { unknownMembers: 'KEPT' });
      expect(right[0]).toMatchObject({ code: 'MEMBER_UNKNOWN', severity: 'WARNING', path: ['exact', 'x'] });
      expect(right).toHaveLength(count === 1 ? 2 : 1);
    }
  });

  it('tells all faults at once, each with its place', () => {
    const problems = validator.validate({ size: 0, 'a/b': 1, parts: [1, { name: 2 }] });
    expect(problems.map((problem) => problem.path)).toEqual([[], ['size'], ['parts', '0'], ['parts', '1', 'name']]);
    expect(problems.every((problem) => problem.code === 'SPEC_INVALID' && problem.severity === 'ERROR')).toBe(true);
  });

  it('tells 50 faults, and how many more there are', () => {
    const problems = validator.validate({ title: 'a', parts: Array.from({ length: 120 }, () => ({})) });
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatchObject({ code: 'SPEC_INVALID', message: 'There are 70 more problems like these.' });
  });

  it('tells the first fault only of a spec that could have millions', () => {
    expect(validator.validate({ title: 'a', parts: Array.from({ length: 150_000 }, () => 1) })).toHaveLength(1);
  });

  it('keeps messages short when keys and values are long', () => {
    const [problem] = validator.validate({
      title: 'a',
      exact: { ['k'.repeat(100_000)]: 1 },
      colour: 'v'.repeat(100_000),
    });
    expect(problem?.message.length).toBeLessThan(400);
  });

  it('tells forbidden keys together with the faults, and does not validate what is nested too deep', () => {
    const hostile = JSON.parse('{"__proto__":{"title":"inherited"}}') as JsonObject;
    expect(validator.validate(hostile).map((problem) => problem.code)).toEqual(['FORBIDDEN_KEY', 'SPEC_INVALID']);
    const deep = JSON.parse('{"x":'.repeat(5000) + '1' + '}'.repeat(5000)) as JsonObject;
    expect(validator.validate(deep).map((problem) => problem.code)).toEqual(['NESTING_TOO_DEEP']);
  });

  it('refuses a schema with an unknown keyword or format', () => {
    expect(() => new SpecValidator({ typ: 'object' }, compiler).validate({})).toThrow('typ');
    expect(() => new SpecValidator({ type: 'string', format: 'no-such' }, compiler).validate({})).toThrow('no-such');
  });
});
