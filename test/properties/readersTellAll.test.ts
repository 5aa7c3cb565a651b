/**
 * The law of reading, for every file shape: a value that is taken out of a file changes what is read of it, or a problem names its place. So
 * no value is dropped without a word, whatever it is and wherever it is.
 */
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exactJson } from '../../src/shared/exactNumbers.js';
import type { JsonValue } from '../../src/shared/json.js';
import type { FileEvent } from '../../src/features/formats/index.js';
import { changedAt, isTold, leavesOf, oddKey, oddOrInexact, valueAt, withOddities } from '../support/leaves.js';
import { containers } from './fileContainers.js';
import { isKnownToSayNothing, shapes, type FileShape } from './fileShapes.js';
import { readChunked, readContent, type ReadFile } from '../unit/features/formats/writtenFile.js';

const numRuns = 150;

type Shape = Pick<FileShape, 'hints' | 'write' | 'saysNothing'>;

async function read(document: JsonValue, { hints, write = exactJson }: Shape): Promise<ReadFile | undefined> {
  const content = await write(document);
  // An archive is read at many places, so that it has to be a file.
  const file = typeof content === 'string' ? readChunked(content, [1 << 20], hints) : readContent(content, hints);
  return file.catch(() => undefined);
}

/** All that is read but for problems and places in the file. */
function contentOf({ events }: ReadFile): string {
  return JSON.stringify(
    events.flatMap((event: FileEvent): object[] => {
      if (event.type !== 'item') return event.type === 'source' || event.type === 'settings' ? [event] : [];
      return [{ ...event.item, problems: [], line: 0 }];
    }),
  );
}

const problemsOf = ({ problems, items }: ReadFile) => [...problems, ...items.flatMap((item) => item.problems)];

const hasErrors = (file: ReadFile) => problemsOf(file).some(({ severity }) => severity === 'ERROR');

/** Places of a document whose values are lost without a word. */
async function lost(document: JsonValue, paths: readonly string[][], shape: Shape): Promise<string[]> {
  const { saysNothing = isKnownToSayNothing } = shape;
  const whole = await read(document, shape);
  if (!whole || hasErrors(whole)) return [];
  const content = contentOf(whole);
  const found: string[] = [];
  for (const at of paths) {
    const value = valueAt(document, at);
    if (value === undefined || saysNothing(at, value) || isTold(at, problemsOf(whole))) continue;
    const rest = await read(changedAt(document, at, undefined), shape);
    // What is the same without it may be its default, or be known from elsewhere: then it is there all the same.
    const isThere = typeof value === 'string' && value.length > 1 && content.includes(JSON.stringify(value));
    const isRefused = !rest || rest.reader !== whole.reader || hasErrors(rest);
    if (!isThere && !isRefused && contentOf(rest) === content)
      found.push(`/${at.join('/')} = ${JSON.stringify(value)}`);
  }
  return found;
}

describe('what is read of a file', () => {
  it.each([...shapes, ...containers])(
    'has every value of $name, or a problem names its place',
    async ({ base, ...shape }) => {
      const whole = await read(base, shape);
      expect(problemsOf(whole!).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
      expect(
        await lost(
          base,
          leavesOf(base).map(([at]) => at),
          shape,
        ),
      ).toEqual([]);
      await fc.assert(
        fc.asyncProperty(withOddities(base, oddKey, oddOrInexact), async ({ document, paths }) => {
          const inside = paths.flatMap((at) =>
            leavesOf(valueAt(document, at) ?? null).map(([inner]) => [...at, ...inner]),
          );
          expect(await lost(document, inside, shape)).toEqual([]);
        }),
        { numRuns: shape.numRuns ?? numRuns },
      );
    },
  );

  const folder = path.resolve('..', 'shared', 'samples');
  const samples = existsSync(folder)
    ? ['fast-data', 'objects', 'analytics'].flatMap((pack) =>
        readdirSync(path.join(folder, pack))
          .filter((name) => name.endsWith('.json'))
          .map((name) => path.join(folder, pack, name)),
      )
    : [];
  (samples.length > 0 ? it.each(samples) : it.skip.each(['']))(
    'has every value of the real file %s, or a problem names its place',
    async (file) => {
      const document = JSON.parse(readFileSync(file, 'utf8')) as JsonValue;
      const leaves = leavesOf(document).map(([at]) => at);
      const step = Math.max(1, Math.floor(leaves.length / 150));
      expect(
        await lost(
          document,
          leaves.filter((_, index) => index % step === 0),
          {},
        ),
      ).toEqual([]);
    },
  );
});
