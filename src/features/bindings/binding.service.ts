import type { Database } from '../../database/index.js';
import type { Actor } from '../../shared/actor.js';
import { isId, newId, type Clock } from '../../shared/clock.js';
import type { Problem } from '../../shared/problem.js';
import { AuditRepository, type AuditAction, type AuditEntry } from '../audit/index.js';
import type { KindRegistry } from '../kinds/index.js';
import type { Binding } from './binding.entity.js';
import type { SetBindingInput } from './binding.inputs.js';
import { bindingFaults, bindingNotFound, unknownSource } from './binding.problems.js';
import { bindingLock } from './bindingLock.js';
import { BindingRepository } from './binding.repository.js';

interface BindingParts {
  database: Database;
  clock: Clock;
  kinds: KindRegistry;
  bindings: BindingRepository;
}

/** Bindings that are set and deleted by hand. */
export class BindingService {
  constructor(private readonly parts: BindingParts) {}

  /** Replaces what is remembered of the same name of the same source. */
  async set(input: SetBindingInput, actor: Actor): Promise<{ binding: Binding | null; problems: Problem[] }> {
    const { bindings, kinds, clock, database } = this.parts;
    const source = await bindings.source(input.projectId, input.sourceProject);
    const problems = [...(source ? [] : [unknownSource(input)]), ...bindingFaults(kinds, input)];
    const namespace = kinds.find(input.kind)?.identity.namespace;
    if (problems.length > 0 || !source || namespace === undefined) return { binding: null, problems };
    const now = new Date(clock.now());
    const { projectId, kind: kindName, name, type, toName } = input;
    const isRemap = type === 'REMAP';
    const { sourceInstanceId, sourceProjectId, sourceProjectKey, sourceProjectName } = source;
    const wanted: Binding = {
      ...{ id: newId(), projectId, sourceInstanceId, sourceProjectId, sourceProjectKey, sourceProjectName },
      ...{ kindName, namespace, name, type, toName },
      ...{ toVersion: isRemap ? (input.toVersion ?? null) : null, toTenant: isRemap ? (input.toTenant ?? null) : null },
      ...{ createdAt: now, updatedAt: now, taskId: null, setByName: actor.name },
    };
    const binding = await database.write(async (manager) => {
      const known = await BindingRepository.ofName(manager, wanted);
      const saved = Object.assign(wanted, known && { id: known.id, createdAt: known.createdAt });
      await BindingRepository.save(manager, saved);
      await AuditRepository.insert(manager, this.eventOf(saved, 'BINDING_SET', actor));
      return saved;
    }, bindingLock(projectId));
    return { binding, problems: [] };
  }

  async delete(id: string, actor: Actor): Promise<{ deletedId: string | null; problems: Problem[] }> {
    const known = isId(id) ? await this.parts.bindings.byId(id) : null;
    const isDeleted =
      known !== null &&
      (await this.parts.database.write(async (manager) => {
        if (!(await BindingRepository.delete(manager, id))) return false;
        await AuditRepository.insert(manager, this.eventOf(known, 'BINDING_DELETE', actor));
        return true;
      }, bindingLock(known.projectId)));
    return isDeleted ? { deletedId: id, problems: [] } : { deletedId: null, problems: [bindingNotFound()] };
  }

  private eventOf(binding: Binding, action: AuditAction, actor: Actor): AuditEntry {
    const { id, projectId, kindName: kind, name, type, toName, sourceProjectKey } = binding;
    const detail = { kind, name, type, toName, sourceProjectKey };
    return { at: this.parts.clock.now(), action, actor, projectId, subjectId: id, outcome: 'SUCCEEDED', detail };
  }
}
