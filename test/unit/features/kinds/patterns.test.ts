/**
 * Patterns of JSON Schemas are texts, which the linter does not look into: each is held here against every text that there can be, by
 * an analysis of the pattern itself and not by a clock.
 */
import { checkSync } from 'recheck';
import { knownKinds } from '../../../../src/app/packs.js';
import { isJsonObject, type JsonValue } from '../../../../src/shared/json.js';

const kinds = knownKinds({ packStates: {}, superuserPacks: [] }).list();

/** Every pattern in a schema, also those that stand for keys. */
function patternsIn(schema: JsonValue): string[] {
  const patterns: string[] = [];
  const open = [schema];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (Array.isArray(part)) open.push(...part);
    else if (isJsonObject(part)) {
      if (typeof part['pattern'] === 'string') patterns.push(part['pattern']);
      const keys = part['patternProperties'];
      if (isJsonObject(keys)) patterns.push(...Object.keys(keys));
      open.push(...Object.values(part));
    }
  }
  return patterns;
}

const found = kinds.flatMap(({ name, schema, identity: { pattern } }) => [
  // Ajv reads the patterns of schemas by code points.
  ...patternsIn(schema).map((source) => ({ kind: name, source, flags: 'u' })),
  ...(pattern ? [{ kind: name, source: pattern.expression.source, flags: pattern.expression.flags }] : []),
]);
const distinct = [...new Map(found.map((one) => [`/${one.source}/${one.flags}`, one])).entries()];

describe('the patterns that specs and names are held against', () => {
  test('there are some', () => {
    expect(distinct.length).toBeGreaterThan(5);
  });

  test.each(distinct)('%s takes no longer than the text is long, whatever the text', (_pattern, { source, flags }) => {
    const diagnostics = checkSync(source, flags, { timeout: 50_000 });
    expect(diagnostics.status).toBe('safe');
  });

  test('the analysis finds a pattern that some text makes quadratic', () => {
    expect(checkSync('^(?:standalone|.+/.+)$', 'u').status).toBe('vulnerable');
  });
});
