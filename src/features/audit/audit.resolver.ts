import { GraphQLJSONObject } from 'graphql-scalars';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  ActorType,
  pageRequest,
  readStoredJson,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import type { JsonObject } from '../../shared/json.js';
import { AuditEventsArgs } from './audit.inputs.js';
import type { AuditRepository } from './audit.repository.js';
import { AuditEventConnection, AuditProject } from './audit.type.js';
import { AuditEvent } from './auditEvent.entity.js';

@Resolver(() => AuditEvent)
export class AuditResolver {
  constructor(private readonly audit: AuditRepository) {}

  @Query(() => AuditEventConnection, {
    name: 'auditEvents',
    nullable: true,
    description:
      'The audit log, newest first. It is append-only. Superusers also see events of deleted projects. Null if the project does not exist.',
  })
  async list(@Args(() => AuditEventsArgs) { filter, first, after }: AuditEventsArgs): Promise<Connection<AuditEvent>> {
    return toConnection(await this.audit.page(filter ?? {}, pageRequest(first, after, ['text', 'text'])));
  }

  @FieldResolver(() => ActorType, { description: 'The principal that performed the action.' })
  principal(@Root() { principalId, principalName }: AuditEvent): ActorType {
    return { id: principalId, name: principalName };
  }

  @FieldResolver(() => GraphQLJSONObject, { description: 'More details of the action.' })
  detail(@Root() { id }: AuditEvent, @Ctx() context: RequestContext): Promise<JsonObject> {
    return readStoredJson(context, this.audit.storedDetails, id);
  }

  @FieldResolver(() => AuditProject, {
    nullable: true,
    description: 'The project of the action; null if it belongs to no project.',
  })
  project(@Root() { projectId, projectKey }: AuditEvent): AuditProject | null {
    return projectId === null || projectKey === null ? null : { id: projectId, key: projectKey };
  }
}
