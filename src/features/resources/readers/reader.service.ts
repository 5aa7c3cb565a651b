import type { Database } from '../../../database/index.js';
import type { Actor } from '../../../shared/actor.js';
import { isId, type Clock } from '../../../shared/clock.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import type { AccessRepository } from '../../access/index.js';
import { AuditRepository } from '../../audit/index.js';
import type { ProjectRepository } from '../../projects/index.js';
import type { Resource } from '../resource.entity.js';
import type { ResourceRepository } from '../resource.repository.js';
import type { SetResourceReadersInput } from './reader.inputs.js';
import { ReaderRepository } from './reader.repository.js';

interface ReaderServiceParts {
  database: Database;
  resources: ResourceRepository;
  access: AccessRepository;
  projects: ProjectRepository;
  clock: Clock;
}

/** Changes who may read and use a resource. */
export class ReaderService {
  constructor(private readonly parts: ReaderServiceParts) {}

  async setReaders(
    input: SetResourceReadersInput,
    actor: Actor,
  ): Promise<{ resource: Resource | null; problems: Problem[] }> {
    const { database, resources, projects, clock } = this.parts;
    const resource = isId(input.resourceId) ? await resources.byId(input.resourceId) : null;
    if (!resource) {
      const path = ['input', 'resourceId'];
      return { resource: null, problems: [errorProblem('NOT_FOUND', 'There is no resource with this id.', { path })] };
    }
    const problems = await this.unknownPrincipals(input);
    if (problems.length > 0) return { resource: null, problems };
    const tenantsById = new Map(input.readers?.map(({ principalId, tenants = null }) => [principalId, tenants]));
    const readers = input.readers ? [...tenantsById].map(([principalId, tenants]) => ({ principalId, tenants })) : null;
    const now = new Date(clock.now());
    const branch = await projects.branchById(resource.branchId);
    await database.write(async (manager) => {
      await ReaderRepository.replace(manager, resource.id, { readers, now });
      await AuditRepository.insert(manager, {
        ...{ at: now.toISOString(), action: 'READERS_CHANGE', actor, outcome: 'SUCCEEDED' },
        ...{ projectId: branch?.projectId ?? null, subjectId: resource.id },
        detail: { kind: resource.kindName, name: resource.name, branchId: resource.branchId, readers },
      });
    }, `readers ${resource.id}`);
    return { resource, problems: [] };
  }

  private async unknownPrincipals({ readers }: SetResourceReadersInput): Promise<Problem[]> {
    const ids = (readers ?? []).map(({ principalId }) => principalId);
    const known = await this.parts.access.principalsByIds(ids.filter(isId));
    const knownIds = new Set(known.flatMap((principal) => principal?.id ?? []));
    return ids.flatMap((id, index) =>
      knownIds.has(id)
        ? []
        : [
            errorProblem('NOT_FOUND', 'There is no principal with this id.', {
              path: ['input', 'readers', String(index), 'principalId'],
              fix: 'Find the id with the query "principals".',
            }),
          ],
    );
  }
}
