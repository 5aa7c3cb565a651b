/**
 * Checks a whole database: identities, pointers, digests, edges and files. It writes nothing. A warning is a state that may be
 * intended, such as an unresolved reference; an error is a state that this server never creates.
 */
import { sql } from '../../database/worker.js';
import { canonicalJson, contentDigest } from '../../shared/canonicalJson.js';
import type { JsonObject } from '../../shared/json.js';
import { pointerSegments } from '../../shared/jsonPointer.js';
import type { Problem } from '../../shared/problem.js';
import { prepareContent } from '../resources/worker.js';
import type { HeavyRead, WorkerContext, WorkSignals } from '../workers/index.js';
import { rowChecks } from './checks.sql.js';
import { sharedTexts } from './sharedTexts.js';
import { unsound } from './unsound.js';
import type { ComparedText } from '../records/worker.js';

export interface Verification {
  /** The number of contents, and of files, that were read. */
  contentCount: number;
  fileCount: number;
  /** The problems, at most `maxNamed` of each type. */
  problems: Problem[];
}

/** Maximum number of reported problems per type. */
const maxNamed = 20;
const windowSize = 500;

export const verifyCall: HeavyRead<null, Verification> = {
  name: 'verifying.verify',
  isRead: true,
  isHeavy: true,
  run: (context, _args, signals) => context.connection.snapshot(() => verifySnapshot(context, signals)),
};

/** Checks the state that a connection reads; call it in a snapshot. */
export async function verifySnapshot(
  context: WorkerContext,
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<Verification> {
  const problems: Problem[] = [];
  for (const check of rowChecks) {
    const rows = await context.connection.all<{ what: string }>(sql`${check.wrongRows} LIMIT ${maxNamed}`);
    for (const { what } of rows) problems.push(unsound(check.sentence.replace(':what', what), check.severity));
    await signals.checkpoint();
  }
  problems.push(...(await sharedTexts(context, maxNamed)));
  await signals.checkpoint();
  const contentCount = await verifyContents(context, problems, signals);
  const fileCount = await verifyFiles(context, problems);
  return { contentCount, fileCount, problems };
}

interface ContentRow {
  id: number;
  kind: string;
  title: string | null;
  digest: string;
  spec: string;
}

async function verifyContents(
  context: WorkerContext,
  problems: Problem[],
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<number> {
  let count = 0;
  for (let after = 0; ;) {
    const rows = await context.connection.all<ContentRow>(
      sql`SELECT id, kind, title, digest, spec FROM content WHERE id > ${after} ORDER BY id LIMIT ${windowSize}`,
    );
    const edges = await edgesOfWindow(context, rows);
    const texts = await textsOfWindow(context, rows);
    for (const row of rows) {
      problems.push(...contentFaults(context, row, { edges: edges.get(row.id) ?? [], texts: texts.get(row.id) ?? [] }));
    }
    count += rows.length;
    if (rows.length < windowSize) return count;
    after = rows.at(-1)?.id ?? after;
    await signals.checkpoint();
  }
}

async function edgesOfWindow(
  { connection }: WorkerContext,
  rows: readonly ContentRow[],
): Promise<Map<number, string[]>> {
  const edgesById = new Map<number, string[]>(rows.map(({ id }) => [id, []]));
  const edges = await connection.all<{ contentId: number; typeId: number; at: string; targetName: string }>(
    sql`SELECT content_id, type_id, at, target_name FROM edge
     WHERE content_id >= ${rows[0]?.id ?? 0} AND content_id <= ${rows.at(-1)?.id ?? -1} ORDER BY content_id, ordinal`,
  );
  for (const { contentId, typeId, at, targetName } of edges) {
    edgesById.get(contentId)?.push(edgeKey({ typeId, at, targetName }));
  }
  return edgesById;
}

async function textsOfWindow(
  { connection }: WorkerContext,
  rows: readonly ContentRow[],
): Promise<Map<number, ComparedText[]>> {
  const textsById = new Map<number, ComparedText[]>();
  const texts = await connection.all<ComparedText & { contentId: number }>(
    sql`SELECT content_id, at, text FROM content_unique_text
     WHERE content_id >= ${rows[0]?.id ?? 0} AND content_id <= ${rows.at(-1)?.id ?? -1} ORDER BY content_id, at`,
  );
  for (const { contentId, at, text } of texts) {
    const known = textsById.get(contentId);
    if (known) known.push({ at, text });
    else textsById.set(contentId, [{ at, text }]);
  }
  return textsById;
}

interface DerivedRows {
  edges: readonly string[];
  texts: readonly ComparedText[];
}

function contentFaults(context: WorkerContext, row: ContentRow, { edges, texts }: DerivedRows): Problem[] {
  const { id, kind, title, digest, spec } = row;
  const what = `content ${id} (${kind})`;
  const parsed = parseSpec(spec);
  if (!parsed || canonicalJson(parsed) !== spec)
    return [unsound(`The spec of ${what} is not canonical JSON.`, 'ERROR')];
  if (contentDigest(kind, title, spec) !== digest)
    return [unsound(`The digest of ${what} does not match its spec.`, 'ERROR')];
  if (!context.kinds.find(kind)) return [unsound(`The kind of ${what} is not known to this server.`, 'WARNING')];
  // The parent of a record defines its unique fields and may have changed: the fields with stored texts are checked.
  const fields = context.kinds.get(kind).compileRecordShape ? texts.flatMap(({ at }) => pointerSegments(at)) : [];
  const expected = prepareContent(context, { kind, title, spec: parsed }, fields);
  return [
    ...(isSame(expected.edges.map(edgeKey), edges)
      ? []
      : [unsound(`The edges of ${what} are not those of its spec.`, 'ERROR')]),
    ...(isSame(expected.uniqueTexts.map(textKey).sort(), texts.map(textKey).sort())
      ? []
      : [unsound(`The unique texts of ${what} are not those of its spec.`, 'ERROR')]),
  ];
}

function isSame(expected: readonly string[], found: readonly string[]): boolean {
  return expected.length === found.length && expected.every((key, index) => key === found[index]);
}

function textKey({ at, text }: ComparedText): string {
  return JSON.stringify([at, text]);
}

function edgeKey({ typeId, at, targetName }: { typeId: number; at: string; targetName: string }): string {
  return `${typeId} ${at} ${targetName}`;
}

function parseSpec(text: string): JsonObject | undefined {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return undefined;
  }
}

async function verifyFiles({ connection, fileStore }: WorkerContext, problems: Problem[]): Promise<number> {
  const files = await connection.all<{ id: string; name: string; sizeBytes: number }>(
    sql`SELECT id, name, size_bytes FROM stored_file ORDER BY id`,
  );
  // A file is complete before its row is written, so the list has all that the snapshot names.
  const sizeById = new Map<string, number>();
  for await (const file of fileStore.list()) sizeById.set(file.id, file.sizeBytes);
  for (const { id, name, sizeBytes } of files) {
    const found = sizeById.get(id);
    if (found === undefined) problems.push(unsound(`The stored file "${name}" (${id}) is missing.`, 'ERROR'));
    else if (found !== sizeBytes)
      problems.push(unsound(`The stored file "${name}" (${id}) has another size.`, 'ERROR'));
  }
  return files.length;
}
