import path from 'node:path';
import { diskFile } from '../../../../src/features/files/worker.js';
import { exportBundle } from '../../../../src/features/exporting/exportBundle.js';
import type { ExportSelection } from '../../../../src/features/exporting/exportSelection.js';
import { fillItems } from '../../../../src/features/exporting/fillItems.js';
import type { WrittenBundle } from '../../../../src/features/formats/index.js';
import type { TaskContext } from '../../../../src/features/tasks/worker.js';
import { BranchScene, now } from '../../../support/branchScene.js';
import { castFunction } from '../../../support/fastDataRecords.js';
import { readPath, withFolder, type ReadFile } from '../formats/writtenFile.js';

const all: ExportSelection = {
  ...{ branchId: 'branch', resourceIds: [], kinds: [], isAll: true, excludeIds: [], includeDependencies: true },
};

describe('the bundle of a branch', () => {
  let scene: BranchScene;
  beforeAll(async () => {
    scene = await BranchScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  /** Writes the branch in a format; gives what is in the file, what was said of it, and the counts of progress. */
  async function written(
    format: 'JSON' | 'JSONL' | 'ZIP' = 'JSONL',
  ): Promise<ReadFile & { said: WrittenBundle; counts: (number | undefined)[] }> {
    const counts: (number | undefined)[] = [];
    const context: TaskContext = {
      ...scene.context,
      task: { actor: null } as TaskContext['task'],
      count: ({ processedCount }) => counts.push(processedCount),
      checkpoint: () => Promise.resolve(),
    };
    return withFolder(async (folder) => {
      const file = path.join(folder, 'bundle');
      const said = await scene.connection.snapshot(async () => {
        await fillItems(context, all, context);
        return exportBundle(context, { format, file: diskFile(file) }, { selection: all, exportedAt: now });
      });
      return { ...(await readPath(file)), said, counts };
    });
  }

  const name = (place: number) => `cast${String(place).padStart(4, '0')}`;

  it.each(['JSON', 'JSONL', 'ZIP'] as const)(
    'has each resource once, in order, over several blocks (%s)',
    async (format) => {
      const names = Array.from({ length: 1030 }, (_, place) => name(place));
      for (const each of names) await scene.put(castFunction(each));
      const { items, problems, said, counts } = await written(format);
      expect(problems).toEqual([]);
      expect(items.map((item) => item.name)).toEqual(names);
      expect(said.count).toBe(1030);
      expect(counts).toEqual([512, 1024, 1030]);
    },
  );

  it('has specs that are too large for one text', async () => {
    const large = 'x'.repeat(9 * 1024 * 1024);
    for (const place of [0, 1]) await scene.put(castFunction(name(place), `return '${large}'`));
    for (const place of [2, 3]) await scene.put(castFunction(name(place)));
    const { items, problems, said } = await written();
    expect(problems).toEqual([]);
    expect(items.map((item) => item.name)).toEqual([0, 1, 2, 3].map(name));
    expect(items.map(({ spec }) => JSON.stringify(spec).includes(large))).toEqual([true, true, false, false]);
    expect(said.count).toBe(4);
  });
});
