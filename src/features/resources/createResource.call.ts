import { sql } from '../../database/worker.js';
import type { Actor } from '../../shared/actor.js';
import { newId } from '../../shared/clock.js';
import type { JsonObject } from '../../shared/json.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { Reader } from '../../shared/session.js';
import { packNameOf, refuseBuiltInName, unknownKindsIn, validateName, type KindDefinition } from '../kinds/worker.js';
import { changeBranch, projectIdOf, readOffPacks } from '../projects/worker.js';
import type { WorkerCall, WorkerContext } from '../workers/index.js';
import { auditChange } from './auditChange.js';
import { prepareContent, writeContents, type PreparedContent } from './contents.js';
import { checkRecord, inSpec, isError, validateSpec } from './handMadeRecord.js';
import { ShownNames } from './readers/shownNames.js';
import { nameTaken, notFound } from './resource.problems.js';
import { resourceByCode, resourceById, resourceByName } from './resourceRows.js';
import { takenTexts } from './takenTexts.js';
import { withArticle, withArticleCapital } from '../../shared/withArticle.js';

export interface NewResource {
  branchId: string;
  kind: string;
  name: string;
  title: string | null;
  externalReferenceCode: string | null;
  parentId: string | null;
  spec: JsonObject;
  actor: Actor;
  /** The caller, for messages about other resources. */
  reader: Reader | null;
}

/** The id of what was written, with warnings about it, or why nothing was. */
export interface WriteOutcome {
  id: string | null;
  problems: Problem[];
}

export const createResourceCall: WorkerCall<NewResource, WriteOutcome> = {
  name: 'resources.create',
  run: async (context, input) => {
    const kind = context.kinds.find(input.kind);
    if (!kind) return refused(unknownKind(context, input.kind));
    const ofSpec = validateSpec(context, kind.name, input.spec);
    const told = [
      ...validateName(kind, input.name).map((problem) => ({ ...problem, path: ['input', 'name'] })),
      ...refuseBuiltInName(kind, input.name, ['input', 'name']),
      ...ofSpec,
      ...parentMissing(context, kind, input),
    ];
    if (told.some(isError)) return refused(told);
    return context.connection.transaction(async () => {
      await changeBranch(context.connection, input.branchId);
      const problems = await checkPlace(context, kind, input);
      if (problems.length > 0) return refused(problems);
      return withWarnings(await insertChecked(context, kind, input), ofSpec);
    });
  },
};

async function insertChecked(context: WorkerContext, kind: KindDefinition, input: NewResource): Promise<WriteOutcome> {
  const record = await checkRecord(context, kind, { ...input, isNew: true });
  if (record.problems.length > 0) return refused(record.problems);
  const { externalReferenceCode, uniqueFields } = record;
  const spec = kind.withOwnName?.(record.spec, input.name) ?? record.spec;
  const content = prepareContent(context, { kind: kind.name, title: input.title, spec }, uniqueFields);
  const problems = [
    ...(await codeTaken(context, { ...input, externalReferenceCode })),
    ...(await takenTexts(context, { ...input, id: null }, { ...content, spec })).map(inSpec),
  ];
  if (problems.length > 0) return refused(problems);
  const id = await insertResource(context, kind, { ...input, externalReferenceCode, content });
  await auditChange(context, { ...input, id, kind: kind.name }, { action: 'CREATE', actor: input.actor });
  return { id, problems: record.warnings };
}

/** An external reference code is unique within its kind, and for records within their parent. */
async function codeTaken(
  context: WorkerContext,
  { branchId, kind, name, externalReferenceCode, parentId, reader }: NewResource,
): Promise<Problem[]> {
  if (externalReferenceCode === null) return [];
  const holder = await resourceByCode(context.connection, {
    branchId,
    kind,
    name,
    parentId,
    code: externalReferenceCode,
  });
  if (!holder) return [];
  const names = await ShownNames.of(context, { branchId, reader }, [holder]);
  return [nameTaken(names, holder, { path: ['input', 'externalReferenceCode'], code: externalReferenceCode })];
}

async function checkPlace(context: WorkerContext, kind: KindDefinition, input: NewResource): Promise<Problem[]> {
  const { connection } = context;
  const projectId = await projectIdOf(connection, input.branchId);
  if (projectId === undefined) return [notFound('branch', ['input', 'branchId'])];
  const packOff = (await readOffPacks(context, projectId)).get(packNameOf(kind.name));
  if (packOff) return [{ ...packOff, path: ['input', 'kind'] }];
  const problems = await checkParent(context, kind, input);
  const key = { branchId: input.branchId, namespace: kind.identity.namespace, name: input.name };
  const existing = await resourceByName(connection, key);
  if (existing)
    problems.push(nameTaken(await ShownNames.of(context, input, [existing]), existing, { path: ['input', 'name'] }));
  return problems;
}

function parentMissing({ kinds }: WorkerContext, kind: KindDefinition, input: NewResource): Problem[] {
  if (kind.parentKind === undefined || kind.isParentOptional || input.parentId !== null) return [];
  const message = `${withArticleCapital(kind.title)} is inside ${withArticle(kinds.get(kind.parentKind).title)}; name it as the parent.`;
  return [errorProblem('PARENT_REQUIRED', message, { path: ['input', 'parentId'] })];
}

async function checkParent(context: WorkerContext, kind: KindDefinition, input: NewResource): Promise<Problem[]> {
  const path = ['input', 'parentId'];
  if (kind.parentKind === undefined) {
    if (input.parentId === null) return [];
    return [errorProblem('PARENT_INVALID', `Resources of kind ${kind.name} have no parent.`, { path })];
  }
  const parentTitle = context.kinds.get(kind.parentKind).title;
  if (input.parentId === null) return [];
  const parent = await resourceById(context.connection, input.parentId);
  if (parent?.branchId !== input.branchId) return [notFound(parentTitle, path)];
  if (!(await ShownNames.of(context, input, [parent])).shows(parent)) return [notFound(parentTitle, path)];
  if (parent.kind === kind.parentKind) return [];
  const message = `${withArticleCapital(kind.title)} is inside ${withArticle(parentTitle)}; "${parent.name}" is of another kind.`;
  return [errorProblem('PARENT_INVALID', message, { path })];
}

async function insertResource(
  { connection, clock }: WorkerContext,
  kind: KindDefinition,
  input: NewResource & { content: PreparedContent },
): Promise<string> {
  const { branchId, name, externalReferenceCode, parentId, content, actor } = input;
  const contentId = await writeContents(connection, [content]);
  const id = newId();
  const now = clock.now();
  await connection.run(
    sql`INSERT INTO resource (id, branch_id, kind, namespace, name, external_reference_code, title, parent_id, mode, content_id,
       revision, created_at, updated_at, changed_by)
     VALUES (${id}, ${branchId}, ${kind.name}, ${kind.identity.namespace}, ${name}, ${externalReferenceCode}, ${content.title},
       ${parentId}, 'EDITABLE', ${contentId}, 1, ${now}, ${now}, ${actor.name})`,
  );
  return id;
}

function unknownKind({ kinds }: WorkerContext, name: string): Problem[] {
  return unknownKindsIn(kinds, [name]).map(({ message, fix }) =>
    errorProblem('UNKNOWN_KIND', message, { path: ['input', 'kind'], fix }),
  );
}

/** An outcome with what is told of a spec besides, once it was written. */
function withWarnings({ id, problems }: WriteOutcome, warnings: readonly Problem[]): WriteOutcome {
  return id === null ? { id, problems } : { id, problems: [...warnings, ...problems] };
}

export function refused(problems: Problem[]): { id: null; problems: Problem[] } {
  return { id: null, problems };
}
