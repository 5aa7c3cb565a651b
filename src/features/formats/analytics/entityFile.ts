/**
 * The export format of Camunda Optimize: one JSON array of reports and dashboards, in any order. The file is streamed twice: first for
 * ids, types and names, then for the contents. Memory holds one entity and the index.
 */
import { createHash } from 'node:crypto';
import { isJsonObject, type JsonValue } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import { nothingToImport } from '../scanning/fileProblems.js';
import { unknownSource } from '../bundle/bundleHeader.js';
import type { FileEvent, FileHead, FileSource, FormatReader } from '../format.js';
import { keysOfFirstElement } from '../fileHead.js';
import { scanFile } from '../scanning/scanFile.js';
import { JsonFileScanner } from '../scanning/jsonFileScanner.js';
import { parseJsonBytes } from '../scanning/parseJsonBytes.js';
import { EntityIndex } from './entityIndex.js';
import { asInvalidFile } from './entityProblems.js';
import { EntityReading } from './entityReading.js';

/** Top-level members that only entities of this product have. */
const tellingKeys: readonly string[] = ['exportEntityType', 'sourceIndexVersion'];

/** Maximum number of entities in one batch. */
const maxBatchCount = 200;
const maxBatchBytes = 256 * 1024;

/** Reads reports and dashboards from a file of Camunda Optimize. */
export const entityFileReader: FormatReader = {
  name: 'analytics/entities',
  leavesPlaces: true,
  title: 'Reports and dashboards (JSON array), as Camunda Optimize exports them',
  recognizes: (head) => tellsByHead(head) || tellsByDocument(head.document),
  read: readEntities,
};

/** Whether the first element of the list is an entity, as far as the head shows its keys. */
function tellsByHead({ text }: FileHead): boolean {
  const keys = keysOfFirstElement(text);
  return keys !== undefined && tellingKeys.some((key) => keys.has(key));
}

function tellsByDocument(document: unknown): boolean {
  if (!Array.isArray(document)) return false;
  return document.some((element) => isJsonObject(element) && tellingKeys.some((key) => Object.hasOwn(element, key)));
}

async function* readEntities(source: FileSource): AsyncGenerator<FileEvent[]> {
  const index = new EntityIndex();
  for await (const { element, line, problem } of elementsOf(source)) {
    if (problem) {
      yield [{ type: 'problem', problem: asInvalidFile(problem) }];
      return;
    }
    index.add(element, line);
  }
  index.close();
  yield [{ type: 'source', source: unknownSource }];
  if (index.size === 0) yield [{ type: 'problem', problem: asInvalidFile(nothingInside()) }];
  else yield* readItems(source, index);
}

async function* readItems(source: FileSource, index: EntityIndex): AsyncGenerator<FileEvent[]> {
  const reading = new EntityReading(index);
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of source.open()) {
      hash.update(chunk);
      yield chunk;
    }
  }
  let batch: FileEvent[] = [];
  let bytesGiven = 0;
  for await (const { element, line, bytesRead } of elementsOf({ open: hashed })) {
    batch.push({ type: 'item', item: reading.take(element, line), bytesRead });
    if (batch.length < maxBatchCount && bytesRead - bytesGiven < maxBatchBytes) continue;
    yield batch;
    batch = [];
    bytesGiven = bytesRead;
  }
  yield batch;
  yield reading.finish().map((problem) => ({ type: 'problem', problem }));
  const bundleDigest = `sha256:${hash.digest('hex')}`;
  yield [{ type: 'end', bundleDigest, claimedDigest: null, claimedCount: null }];
}

interface ReadElement {
  element: JsonValue;
  line: number;
  bytesRead: number;
  problem?: Problem;
}

/** Yields the elements of the list; a problem comes last. */
async function* elementsOf(source: FileSource): AsyncGenerator<ReadElement> {
  const scanner = new JsonFileScanner({ layout: 'elements' });
  for await (const events of scanFile(source, scanner)) {
    for (const event of events) {
      if (event.type === 'problem') yield { element: null, line: 0, bytesRead: 0, problem: event.problem };
      if (event.type !== 'element') continue;
      const parsed = parseJsonBytes(event.slice);
      const place = { line: event.slice.line, bytesRead: event.bytesRead };
      const problem = 'problem' in parsed ? parsed.problem : parsed.duplicate;
      const element = 'value' in parsed ? parsed.value : null;
      yield problem ? { element: null, ...place, problem } : { element, ...place };
      if (problem) return;
    }
  }
}

function nothingInside(): Problem {
  return nothingToImport('The list of reports and dashboards is empty.');
}
