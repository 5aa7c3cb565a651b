import { sql } from '../../../../../src/database/worker.js';
import fc from 'fast-check';
import { effectiveCode } from '../../../../../src/features/importing/plan/itemOnBranch.sql.js';
import { renamedCode } from '../../../../../src/features/records/recordNames.js';
import { PlanScene } from '../../../../support/planScene.js';

const cases: readonly (readonly [
  about: [code: string | null, name: string, effectiveName: string],
  expected: string | null,
])[] = [
  [[null, 'BOOK', 'NOVEL'], null],
  [['BOOK', 'BOOK', 'BOOK'], 'BOOK'],
  [['BOOK', 'BOOK', 'NOVEL'], 'NOVEL'],
  [['B1', 'Book/B1', 'Book/B2'], 'B2'],
  [['B1', 'Book/B1', 'Novel/B1'], 'B1'],
  [['OWN', 'BOOK', 'NOVEL'], 'OWN'],
  [['B', 'Book/B1', 'Book/B2'], 'B'],
];

describe('the code of an item under another name', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterAll(() => scene.close());

  it.each(cases)('for %j is %j', async ([code, name, effectiveName], expected) => {
    const row = await scene.connection.get<{ code: string | null }>(
      sql`WITH i (external_reference_code, name, effective_name) AS (VALUES (${code}, ${name}, ${effectiveName}))
       SELECT ${effectiveCode} AS code FROM i`,
    );
    expect(row).toEqual({ code: expected });
  });

  it('is what a rename by hand makes of it', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), minLength: 1, maxLength: 4 });
    const triples = fc.sample(fc.tuple(text, text, text), { seed: 7, numRuns: 500 });
    const values = triples.map(
      (triple) =>
        sql`(${sql.join(
          triple.map((part) => sql`${part}`),
          ', ',
        )})`,
    );
    const rows = await scene.connection.all<{ code: string }>(
      sql`WITH i (external_reference_code, name, effective_name) AS (VALUES ${sql.join(values, ', ')})
       SELECT ${effectiveCode} AS code FROM i`,
    );
    expect(rows.map(({ code }) => code)).toEqual(triples.map((triple) => renamedCode(...triple)));
  });
});
