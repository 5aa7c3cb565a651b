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
      'What was done and by whom, newest first. The log is only added to; it keeps the events of projects that were deleted, for superusers. Null when there is no such project.',
  })
  async list(@Args(() => AuditEventsArgs) { filter, first, after }: AuditEventsArgs): Promise<Connection<AuditEvent>> {
    return toConnection(await this.audit.page(filter ?? {}, pageRequest(first, after, ['text', 'text'])));
  }

  @FieldResolver(() => ActorType, { description: 'Who did it.' })
  principal(@Root() { principalId, principalName }: AuditEvent): ActorType {
    return { id: principalId, name: principalName };
  }

  @FieldResolver(() => GraphQLJSONObject, { description: 'What else is known of it.' })
  detail(@Root() { id }: AuditEvent, @Ctx() context: RequestContext): Promise<JsonObject> {
    return readStoredJson(context, this.audit.storedDetails, id);
  }

  @FieldResolver(() => AuditProject, {
    nullable: true,
    description: 'The project that it was done in; null for what belongs to none.',
  })
  project(@Root() { projectId, projectKey }: AuditEvent): AuditProject | null {
    return projectId === null || projectKey === null ? null : { id: projectId, key: projectKey };
  }
}
