import { sql, type Sql } from '../../database/worker.js';
import type { Actor } from '../../shared/actor.js';
import { recordAudit } from '../audit/worker.js';
import { branchLock, type BranchOutcome, maxBranches, projectLock } from '../projects/worker.js';
import type { WorkerCall } from '../workers/index.js';
import { isNamed } from './resourceName.sql.js';

interface NewBranch {
  id: string;
  projectId: string;
  name: string;
  fromBranchId: string;
  actor: Actor;
}

/** Creates a branch with copies of the resources of another one: new ids, same contents. */
export const copyBranchCall: WorkerCall<NewBranch, BranchOutcome> = {
  name: 'resources.copyBranch',
  run: ({ connection, clock }, { id, projectId, name, fromBranchId, actor }) =>
    connection.transaction(async () => {
      await connection.lock(projectLock(projectId));
      await connection.lock(branchLock(fromBranchId));
      const taken = await connection.get(sql`SELECT id FROM branch WHERE project_id = ${projectId} AND name = ${name}`);
      if (taken) return 'NAME_TAKEN';
      const counted = await connection.get<{ total: number }>(
        sql`SELECT count(*) AS total FROM branch WHERE project_id = ${projectId}`,
      );
      if (counted && counted.total >= maxBranches) return 'TOO_MANY';
      await connection.run(
        sql`INSERT INTO branch (id, project_id, name, is_default, created_at) VALUES (${id}, ${projectId}, ${name}, FALSE, ${clock.now()})`,
      );
      const now = clock.now();
      await connection.run(
        sql`INSERT INTO resource (id, branch_id, kind, namespace, name, external_reference_code, title, parent_id, mode,
           content_id, revision, provenance_id, source_name, source_id, origin_chain, created_at, updated_at)
         SELECT new_id(), ${id}, kind, namespace, name, external_reference_code, title, parent_id, mode,
           content_id, 1, provenance_id, source_name, source_id, origin_chain, ${now}, ${now}
         FROM resource WHERE branch_id = ${fromBranchId} ORDER BY id`,
      );
      // Parents were copied too: points each child to the copy of its parent, found by name.
      await connection.run(
        sql`UPDATE resource SET parent_id = (
           SELECT copy.id FROM resource original ${joinCopy(id)} WHERE original.id = resource.parent_id)
         WHERE branch_id = ${id} AND parent_id IS NOT NULL`,
      );
      // Restricted resources stay restricted in the copy.
      const restricted = restrictedCopies(fromBranchId, id);
      await connection.run(
        sql`INSERT INTO resource_restriction (resource_id, created_at) SELECT copy.id, ${now} ${restricted}`,
      );
      await connection.run(
        sql`INSERT INTO resource_reader (resource_id, principal_id, tenants)
          SELECT copy.id, y.principal_id, y.tenants ${restricted} JOIN resource_reader y ON y.resource_id = x.resource_id`,
      );
      await recordAudit(connection, {
        ...{ at: clock.now(), action: 'BRANCH_CREATE', actor, projectId, subjectId: id, outcome: 'SUCCEEDED' },
        detail: { name, fromBranchId },
      });
      return 'MADE';
    }),
};

/** Joins the copy of a resource `original`, found by name. */
const joinCopy = (
  to: string,
) => sql`JOIN resource copy ON copy.branch_id = ${to} AND ${isNamed('copy', sql`original.name`)}
  AND copy.namespace = original.namespace`;

/** Each restricted original `x` with its copy. */
function restrictedCopies(from: string, to: string): Sql {
  return sql`FROM resource_restriction x
    JOIN resource original ON original.id = x.resource_id AND original.branch_id = ${from} ${joinCopy(to)}`;
}
