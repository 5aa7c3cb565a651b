import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readPath } from '../writtenFile.js';

/** Real files of the product, which are not part of this project. */
const folder = path.resolve('../shared/samples/fast-data');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d\d-.*\.json$/.test(name)) : [];

/** By the number of the sample: its reader and how many items it holds. */
const expectedByNumber: Record<string, [string, number]> = {
  '01': ['er-schema', 1],
  '02': ['aggregation', 1],
  '03': ['er-schema', 1],
  '04': ['er-schema', 1],
  '09': ['aggregation', 1],
  '10': ['aggregation', 1],
  '11': ['aggregation', 1],
  '12': ['projection-changes-schema', 1],
  '13': ['projection-changes-schema', 1],
  '14': ['kafka-projection-updates', 1],
  '15': ['kafka-projection-updates', 1],
  '16': ['single-view-key', 1],
  '17': ['projection-storer', 4],
  '18': ['console-configuration', 9],
  '19': ['console-configuration', 0],
  '20': ['data-model', 5],
};

describe('real files', () => {
  if (files.length === 0) {
    it.skip('are not here', () => undefined);
    return;
  }
  it.each(files)('%s is read as what it is', async (name) => {
    const [reader, count] = expectedByNumber[name.slice(0, 2)]!;
    const read = await readPath(path.join(folder, name), { fileName: name });
    expect([read.reader, read.items.length]).toEqual([`fast-data/${reader}`, count]);
    expect(read.items.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    const errors = read.problems.filter(({ severity }) => severity === 'ERROR').map(({ code }) => code);
    expect(errors).toEqual(count === 0 ? ['NOTHING_TO_IMPORT'] : []);
  });
});
