import type { Actor } from '../../shared/actor.js';
import { isId } from '../../shared/clock.js';
import type { JsonObject } from '../../shared/json.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { readerOf, type Reader, type Session } from '../../shared/session.js';
import { checkStructure } from '../kinds/index.js';
import type { Workers } from '../workers/index.js';
import { createResourceCall, type WriteOutcome } from './createResource.call.js';
import { inSpec } from './handMadeRecord.js';
import { deleteResourceCall } from './deleteResource.call.js';
import { detachReferenceCall } from './detachReference.call.js';
import { restoreRevisionCall } from './history/restoreRevision.call.js';
import { renameResourceCall } from './renameResource.call.js';
import type { Resource } from './resource.entity.js';
import type {
  CreateResourceInput,
  DeleteResourceInput,
  DetachReferenceInput,
  RenameResourceInput,
  UpdateResourceInput,
} from './resource.inputs.js';
import { maxRewrittenShown } from './resource.payloads.js';
import type { ResourceRepository } from './resource.repository.js';
import { updateResourceCall } from './updateResource.call.js';

interface ResourceOutcome {
  resource: Resource | null;
  problems: Problem[];
}

/** Changes of single resources. A worker writes them; this side checks ids and reads the result. */
export class ResourceService {
  constructor(
    private readonly workers: Workers,
    private readonly resources: ResourceRepository,
  ) {}

  async create(input: CreateResourceInput, session: Session): Promise<ResourceOutcome> {
    const problems = [
      ...checkId(input.branchId, 'branchId'),
      ...checkId(input.parentId, 'parentId'),
      ...checkNesting(input.spec),
    ];
    if (problems.length > 0) return { resource: null, problems };
    const { branchId, kind, name, spec } = input;
    const title = input.title ?? null;
    const externalReferenceCode = input.externalReferenceCode ?? null;
    const parentId = input.parentId ?? null;
    return this.read(
      await this.workers.call(createResourceCall, {
        branchId,
        kind,
        name,
        title,
        externalReferenceCode,
        parentId,
        spec,
        ...askerOf(session),
      }),
    );
  }

  async update(input: UpdateResourceInput, session: Session): Promise<ResourceOutcome> {
    const problems = [...checkId(input.id, 'id'), ...checkNesting(input.spec)];
    if (problems.length > 0) return { resource: null, problems };
    const { id, title, spec, expectedRevision = null } = input;
    const update = { id, title, spec, expectedRevision, ...askerOf(session) };
    return this.read(await this.workers.call(updateResourceCall, update));
  }

  async rename(
    { id, name, expectedRevision = null }: RenameResourceInput,
    session: Session,
  ): Promise<ResourceOutcome & { rewritten: Resource[]; rewrittenCount: number }> {
    const problems = checkId(id, 'id');
    if (problems.length > 0) return { resource: null, ...noneRewritten, problems };
    const renaming = { id, name, expectedRevision, ...askerOf(session), shownCount: maxRewrittenShown };
    const outcome = await this.workers.call(renameResourceCall, renaming);
    if (outcome.id === null) return { resource: null, ...noneRewritten, problems: outcome.problems };
    const rewritten = await this.resources.byIds(outcome.rewrittenIds);
    return {
      ...(await this.read({ id, problems: [] })),
      rewritten: rewritten.filter((row) => row !== null),
      rewrittenCount: outcome.rewrittenCount,
    };
  }

  async delete(
    input: DeleteResourceInput,
    session: Session,
  ): Promise<{ deletedId: string | null; problems: Problem[] }> {
    const problems = checkId(input.id, 'id');
    if (problems.length > 0) return { deletedId: null, problems };
    const outcome = await this.workers.call(deleteResourceCall, {
      ...{ id: input.id, force: input.force ?? false },
      ...askerOf(session),
    });
    return { deletedId: outcome.id, problems: outcome.problems };
  }

  async restore({ id, revision }: { id: string; revision: number }, session: Session): Promise<ResourceOutcome> {
    const problems = checkId(id, 'id');
    if (problems.length > 0) return { resource: null, problems };
    return this.read(await this.workers.call(restoreRevisionCall, { id, revision, ...askerOf(session) }));
  }

  async detach({ id }: DetachReferenceInput, actor: Actor): Promise<ResourceOutcome> {
    const problems = checkId(id, 'id');
    if (problems.length > 0) return { resource: null, problems };
    return this.read(await this.workers.call(detachReferenceCall, { id, actor }));
  }

  private async read(outcome: WriteOutcome): Promise<ResourceOutcome> {
    if (outcome.id === null) return { resource: null, problems: outcome.problems };
    const resource = await this.resources.byId(outcome.id);
    if (!resource) return { resource: null, problems: [deletedSince(outcome.id)] };
    return { resource, problems: outcome.problems };
  }
}

/** The caller, as the actor of a change and as the reader of its messages. */
function askerOf(session: Session): { actor: Actor; reader: Reader | null } {
  return { actor: session.actor, reader: readerOf(session) };
}

const noneRewritten = { rewritten: [], rewrittenCount: 0 };

/** Reports a malformed id as such, not as a missing object. */
export function checkId(id: string | null | undefined, field: string): Problem[] {
  if (id === null || id === undefined || isId(id)) return [];
  return [errorProblem('INVALID_ID', `"${id.slice(0, 80)}" is not an id of this server.`, { path: ['input', field] })];
}

/** The change was made, but the resource was deleted before it could be returned. */
function deletedSince(resourceId: string): Problem {
  const message = 'The change was made, but the resource was deleted since.';
  return errorProblem('NOT_FOUND', message, { path: ['input'], resourceId });
}

/** A spec that is nested too deeply is refused here: it could not be sent to a worker. */
function checkNesting(spec: JsonObject): Problem[] {
  const { isTooDeep, problems } = checkStructure(spec);
  return isTooDeep ? problems.list().map(inSpec) : [];
}
