/**
 * Contents are written once and never changed: a spec as canonical JSON, its digest, and the edges that follow from it.
 * Whatever gets a spec (a request, a staged file, a rename) comes through here, so that edges and digest always agree with it.
 */
import type { SqlConnection } from '../../database/index.js';
import { canonicalJson, contentDigest } from '../../shared/canonicalJson.js';
import type { JsonObject } from '../../shared/json.js';
import type { WorkerContext } from '../workers/index.js';

interface PreparedEdge {
  typeId: number;
  at: string;
  targetName: string;
}

/** A content that is ready to be written. */
export interface PreparedContent {
  kind: string;
  title: string | null;
  specText: string;
  digest: string;
  edges: readonly PreparedEdge[];
}

/** Derives text, digest and edges. The spec must have passed its kind's validation. */
export function prepareContent(
  { kinds, edgeTypes }: Pick<WorkerContext, 'kinds' | 'edgeTypes'>,
  { kind, title, spec }: { kind: string; title: string | null; spec: JsonObject },
): PreparedContent {
  const specText = canonicalJson(spec);
  // In the order of places, not of keys: equal specs have equal edges, however their keys were ordered.
  const references = kinds.findReferences(kind, spec).sort(byPlace);
  const edges = references.map(({ declarationIndex, at, name }) => ({
    typeId: edgeTypes.idOf(kind, declarationIndex),
    at,
    targetName: name,
  }));
  return { kind, title, specText, digest: contentDigest(kind, title, specText), edges };
}

function byPlace(
  one: { declarationIndex: number; at: string },
  other: { declarationIndex: number; at: string },
): number {
  if (one.declarationIndex !== other.declarationIndex) return one.declarationIndex - other.declarationIndex;
  return one.at < other.at ? -1 : Number(one.at > other.at);
}

const contentColumns = ['id', 'kind', 'title', 'digest', 'spec'];
const edgeColumns = ['content_id', 'ordinal', 'type_id', 'at', 'target_name'];

/** Writes contents with their edges, inside the caller's transaction; gives the id of the first, the others follow it. */
export async function writeContents(connection: SqlConnection, contents: readonly PreparedContent[]): Promise<number> {
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
  return firstId;
}
