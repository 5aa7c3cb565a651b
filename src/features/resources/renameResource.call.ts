/**
 * Renames a resource and, in the same transaction, updates every editable resource that refers to it. References are read-only:
 * one that refers to it by name prevents the renaming.
 */
import { sql } from '../../database/worker.js';
import type { Actor } from '../../shared/actor.js';
import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import type { Reader } from '../../shared/session.js';
import { refuseBuiltInName, validateName } from '../kinds/worker.js';
import type { WorkerCall, WorkerContext } from '../workers/index.js';
import { auditChange } from './auditChange.js';
import { followRename } from './bindingTargets.js';
import { prepareContent, writeContents } from './contents.js';
import { refused } from './createResource.call.js';
import { leavesParent, parentKept, renamedCode } from '../records/worker.js';
import { referrersByName, type Referrer } from './referrers.js';
import { ShownNames } from './readers/shownNames.js';
import { nameTaken, notFound, readOnlyReference, referencedByReference, staleRevision } from './resource.problems.js';
import {
  changeResource,
  keepRevisions,
  resourceByCode,
  resourceById,
  resourceByName,
  resourceToChange,
  type ResourceRow,
} from './resourceRows.js';

type RenameOutcome =
  | {
      id: string;
      /** Ids of the updated resources, at most `shownCount`. */
      rewrittenIds: string[];
      rewrittenCount: number;
      problems: [];
    }
  | { id: null; problems: Problem[] };

interface Renaming {
  id: string;
  expectedRevision: number | null;
  /** Maximum number of updated resources that are returned. */
  shownCount: number;
  name: string;
  actor: Actor;
  /** The caller, for messages about other resources. */
  reader: Reader | null;
}

const windowSize = 500;

export const renameResourceCall: WorkerCall<Renaming, RenameOutcome> = {
  name: 'resources.rename',
  run: (context, { id, expectedRevision, name, actor, reader, shownCount }, signals) =>
    context.connection.transaction(async () => {
      const row = await resourceToChange(context.connection, id);
      if (!row) return refused([notFound('resource', ['input', 'id'])]);
      const problems = await checkRename(context, row, { name, reader, expectedRevision });
      if (problems.length > 0) return refused(problems);
      if (row.name === name) return { id, rewrittenIds: [], rewrittenCount: 0, problems: [] };
      const readOnly = await readOnlyReferrers(context, row, reader);
      if (readOnly.length > 0) return refused(readOnly);
      const rewrittenIds: string[] = [];
      await eachWindow(context, row, async (referrers) => {
        await signals.checkpoint();
        await rewriteWindow(context, referrers, { target: row, newName: name, actor });
        rewrittenIds.push(...referrers.map((referrer) => referrer.id));
      });
      await renameRow(context, row, { name, actor });
      await followRename(context.connection, row, name);
      const others = rewrittenIds.filter((rewritten) => rewritten !== id);
      const detail = { newName: name, rewrittenCount: others.length };
      await auditChange(context, row, { action: 'RENAME', actor, detail });
      return { id, rewrittenIds: others.slice(0, shownCount), rewrittenCount: others.length, problems: [] };
    }),
};

async function checkRename(
  context: WorkerContext,
  row: ResourceRow,
  { name, reader, expectedRevision }: Pick<Renaming, 'name' | 'reader' | 'expectedRevision'>,
): Promise<Problem[]> {
  if (row.mode === 'REFERENCE') return [readOnlyReference(context, row)];
  if (expectedRevision !== null && expectedRevision !== row.revision) return [staleRevision(row, expectedRevision)];
  const path = ['input', 'name'];
  const kind = context.kinds.get(row.kind);
  if (row.name === name) return [];
  const faults = [
    ...validateName(kind, name).map((problem) => ({ ...problem, path })),
    ...refuseBuiltInName(kind, name, path),
  ];
  if (faults.length > 0) return faults;
  if (leavesParent(kind, row.name, name)) return [parentKept(row.name, path)];
  const { branchId, namespace } = row;
  const existing = await resourceByName(context.connection, { branchId, namespace, name });
  const isTaken = existing !== undefined && existing.id !== row.id;
  const taken = isTaken ? existing : await ownerOfCode(context, row, name);
  if (!taken) return [];
  const names = await ShownNames.of(context, { branchId, reader }, [taken]);
  return [nameTaken(names, taken, { path, code: isTaken ? null : taken.externalReferenceCode })];
}

/** Another resource that already has the external reference code of the new name. */
async function ownerOfCode(
  { connection }: WorkerContext,
  row: ResourceRow,
  name: string,
): Promise<ResourceRow | undefined> {
  const code = renamedCode(row.externalReferenceCode, row.name, name);
  if (code === null || code === row.externalReferenceCode) return undefined;
  return resourceByCode(connection, { ...row, code });
}

async function readOnlyReferrers(context: WorkerContext, row: ResourceRow, reader: Reader | null): Promise<Problem[]> {
  const { branchId } = row;
  const problems: Problem[] = [];
  await eachWindow(context, row, async (referrers) => {
    const references = referrers.filter(({ mode }) => mode === 'REFERENCE');
    const names = await ShownNames.of(context, { branchId, reader }, references);
    problems.push(...references.map((reference) => referencedByReference(names, reference)));
  });
  return problems;
}

async function eachWindow(
  context: WorkerContext,
  target: ResourceRow,
  visit: (referrers: Referrer[]) => void | Promise<void>,
): Promise<void> {
  for (let afterId = ''; ;) {
    const referrers = await referrersByName(context.connection, target, { afterId, limit: windowSize });
    if (referrers.length > 0) await visit(referrers);
    if (referrers.length < windowSize) return;
    afterId = referrers.at(-1)?.id ?? '';
  }
}

async function rewriteWindow(
  context: WorkerContext,
  referrers: readonly Referrer[],
  { target, newName, actor }: { target: ResourceRow; newName: string; actor: Actor },
): Promise<void> {
  const { connection, kinds, clock } = context;
  const newNameOf = (namespace: string, name: string) =>
    namespace === target.namespace && name === target.name ? newName : undefined;
  const contents = referrers.map((referrer) => {
    const spec = kinds.rewriteReferences(referrer.kind, JSON.parse(referrer.spec) as JsonObject, newNameOf);
    return prepareContent(context, { kind: referrer.kind, title: referrer.title, spec });
  });
  const firstContentId = await writeContents(connection, contents);
  const now = clock.now();
  const inWindow = sql`r.id IN ${referrers.map(({ id }) => id)}`;
  await keepRevisions(connection, inWindow, { now, taskId: null });
  // Referrers are sorted by id, and their contents in the same order.
  await connection.run(
    sql`UPDATE resource AS o SET content_id = c.id, title = c.title, revision = o.revision + 1, updated_at = ${now}, task_id = NULL,
       changed_by = ${actor.name}
     FROM (SELECT r.id, row_number() OVER (ORDER BY r.id) AS place FROM resource r WHERE ${inWindow}) AS d
     JOIN content c ON c.id = ${firstContentId} + d.place - 1
     WHERE o.id = d.id`,
  );
}

async function renameRow(
  context: WorkerContext,
  before: ResourceRow,
  { name, actor }: { name: string; actor: Actor },
): Promise<void> {
  const { connection, kinds, clock } = context;
  // Reads again: a resource that refers to itself has a new content now.
  const row = (await resourceById(connection, before.id)) ?? before;
  const kind = kinds.get(row.kind);
  let { contentId, title } = row;
  if (kind.rewriteOwnName) {
    const content = await connection.get<{ spec: string }>(sql`SELECT spec FROM content WHERE id = ${contentId}`);
    const spec = kind.rewriteOwnName(JSON.parse(content?.spec ?? '{}') as JsonObject, before.name, name);
    const renamed = prepareContent(context, { kind: row.kind, title, spec });
    contentId = await writeContents(connection, [renamed]);
    title = renamed.title;
  }
  await changeResource(
    connection,
    { id: row.id, keepsState: row.revision === before.revision },
    {
      ...{ name, title, contentId, externalReferenceCode: renamedCode(row.externalReferenceCode, before.name, name) },
      ...{ now: clock.now(), taskId: null, changedBy: actor.name },
    },
  );
}
