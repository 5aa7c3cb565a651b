/**
 * Contents are written once and never changed: a spec as canonical JSON, its digest, its edges and its unique texts. Every spec
 * (of a request, a staged file, a rename) is stored by this module.
 */
import { sql, type BatchConnection, type SqlConnection } from '../../database/worker.js';
import { canonicalJson, contentDigest } from '../../shared/canonicalJson.js';
import type { JsonObject } from '../../shared/json.js';
import { lowerAscii } from '../../shared/lowerAscii.js';
import type { WorkerContext } from '../workers/index.js';
import { type ComparedText, recordTexts } from '../records/worker.js';
import { indexEdges } from './edgesByTarget.js';

interface PreparedEdge {
  typeId: number;
  at: string;
  targetName: string;
}

/** A content, ready to write. */
export interface PreparedContent {
  kind: string;
  title: string | null;
  specText: string;
  digest: string;
  edges: readonly PreparedEdge[];
  uniqueTexts: readonly ComparedText[];
}

/**
 * Derives canonical text, title (if the kind derives it), digest, edges and unique texts of a spec, which must be valid.
 * `uniqueFields` are the unique fields of a record; if its parent is not known here, these texts are written when first needed:
 * see ensureRecordTexts.ts.
 */
export function prepareContent(
  { kinds, edgeTypes }: Pick<WorkerContext, 'kinds' | 'edgeTypes'>,
  { kind, title: givenTitle, spec }: { kind: string; title: string | null; spec: JsonObject },
  uniqueFields: readonly string[] = [],
): PreparedContent {
  const { titleOf } = kinds.get(kind);
  const title = titleOf ? titleOf(spec) : givenTitle;
  const specText = canonicalJson(spec);
  // Sorted by place, not by key: equal specs have equal edges, whatever the order of keys.
  const references = kinds.findReferences(kind, spec).sort(byPlace);
  const edges = references.map(({ declarationIndex, at, name }) => ({
    typeId: edgeTypes.idOf(kind, declarationIndex),
    at,
    targetName: name,
  }));
  const declared = kinds.uniqueTexts(kind, spec).map(({ at, text }) => ({ at, text: lowerAscii(text) }));
  const uniqueTexts = uniqueFields.length === 0 ? declared : [...declared, ...recordTexts(spec, uniqueFields)];
  return { kind, title, specText, digest: contentDigest(kind, title, specText), edges, uniqueTexts };
}

function byPlace(
  one: { declarationIndex: number; at: string },
  other: { declarationIndex: number; at: string },
): number {
  if (one.declarationIndex !== other.declarationIndex) return one.declarationIndex - other.declarationIndex;
  return one.at < other.at ? -1 : Number(one.at > other.at);
}

const contentColumns = ['id', 'kind', 'title', 'digest', 'spec'];
const textColumns = ['content_id', 'at', 'text'];
const edgeColumns = ['content_id', 'ordinal', 'type_id', 'at', 'target_name'];

/**
 * Writes contents with their edges and unique texts, inside the caller's transaction; returns the id of the first one, the
 * others follow it.
 */
export async function writeContents(connection: SqlConnection, contents: readonly PreparedContent[]): Promise<number> {
  const firstId = await writeUnindexed(connection, contents);
  const beyond = firstId + contents.length;
  await indexEdges(connection, sql`edge e WHERE e.content_id >= ${firstId} AND e.content_id < ${beyond}`);
  return firstId;
}

/** Does the same, but leaves it to the caller to make the edges known by their targets; see `indexEdges`. */
export async function writeUnindexed(
  connection: BatchConnection,
  contents: readonly PreparedContent[],
): Promise<number> {
  const firstId = await connection.reserveContentIds(contents.length);
  await connection.insertRows(
    'content',
    contentColumns,
    contents.map(({ kind, title, digest, specText }, index) => [firstId + index, kind, title, digest, specText]),
  );
  await connection.insertRows(
    'edge',
    edgeColumns,
    contents.flatMap(({ edges }, index) =>
      edges.map(({ typeId, at, targetName }, ordinal) => [firstId + index, ordinal, typeId, at, targetName]),
    ),
  );
  const texts = contents.flatMap(({ uniqueTexts }, index) =>
    uniqueTexts.map(({ at, text }) => [firstId + index, at, text]),
  );
  if (texts.length > 0) await connection.insertRows('content_unique_text', textColumns, texts);
  return firstId;
}
