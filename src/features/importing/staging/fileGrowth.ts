/**
 * Limits the size of a file in the database while it is read. Each item takes a minimum of space, and each problem is stored as
 * a sentence: without a limit, a file with a few bytes per item could fill the disk.
 */
import { errorProblem, type Problem } from '../../../shared/problem.js';
import type { FileLimits } from '../../workers/index.js';
import type { CheckedItem } from './checkItem.js';

/** Every file may use this much, however small it is. */
const freeBytes = 32 * 1024 * 1024;
/** The row of an item and its index entries. */
const bytesOfItem = 800;

export class FileGrowth {
  private itemCount = 0;
  private stagedBytes = 0;

  constructor(private readonly limits: FileLimits) {}

  /** Counts an item that was recognised by its record of `sizeBytes`. */
  takeKnown(sizeBytes: number, bytesRead: number): Problem | undefined {
    return this.count(sizeBytes, bytesRead);
  }

  /** Counts an item that was read. Returns a problem once the file exceeds a limit. */
  take(checked: CheckedItem | undefined, bytesRead: number): Problem | undefined {
    return checked ? this.count(sizeOf(checked), bytesRead) : undefined;
  }

  private count(sizeBytes: number, bytesRead: number): Problem | undefined {
    this.itemCount += 1;
    this.stagedBytes += bytesOfItem + sizeBytes;
    if (this.itemCount > this.limits.items) return tooManyItems(this.limits.items);
    const isBeyond = this.stagedBytes > freeBytes + bytesRead * this.limits.growth;
    return isBeyond ? growsTooLarge(this.itemCount, this.limits.growth) : undefined;
  }
}

/** In UTF-16 code units; most texts have one byte for each. */
function sizeOf({ content, rejectedSpec, problems, item }: CheckedItem): number {
  const spec = (content?.specText ?? rejectedSpec ?? '').length;
  const faults = problems.length === 0 ? 0 : JSON.stringify(problems).length;
  return spec + faults + 2 * item.name.length;
}

function tooManyItems(limit: number): Problem {
  return errorProblem(
    'TOO_MANY_ITEMS',
    `The file has more than the ${limit} items that one file may have (WAYBILL_MAX_ITEMS).`,
    {
      fix: 'Divide it into several files, or raise the limit.',
    },
  );
}

function growsTooLarge(itemCount: number, growth: number): Problem {
  const message = `The first ${itemCount} items of the file take more than ${growth} times its size in the database (WAYBILL_MAX_GROWTH).`;
  return errorProblem('FILE_GROWS_TOO_LARGE', message, {
    fix: 'Correct the problems of its items, divide it into several files, or raise the limit.',
  });
}
