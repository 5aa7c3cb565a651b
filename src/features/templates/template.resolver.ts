import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  answering,
  ActorType,
  orderedPage,
  orderedPageRequest,
  readStoredJson,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import type { JsonObject } from '../../shared/json.js';
import { Project } from '../projects/index.js';
import { Template } from './template.entity.js';
import { DeleteTemplateInput, SaveTemplateInput, TemplatesArgs } from './template.inputs.js';
import { DeleteTemplatePayload, SaveTemplatePayload, TemplateConnection } from './template.payloads.js';
import { templateOrder, type TemplateRepository } from './template.repository.js';
import type { TemplateService } from './template.service.js';

@Resolver(() => Template)
export class TemplateResolver {
  constructor(private readonly service: TemplateService) {}

  @Mutation(
    () => SaveTemplatePayload,
    answering('Saves settings of exports or imports under a name. Unknown settings are rejected.', [
      'FORBIDDEN_KEY',
      'INVALID_ID',
      'MAPPING_INVALID',
      'NAME_INVALID',
      'NAME_LOOKALIKE',
      'NAME_TAKEN',
      'NESTING_TOO_DEEP',
      'NOT_FOUND',
      'SETTING_INVALID',
      'SETTING_UNKNOWN',
      'UNKNOWN_KIND',
    ]),
  )
  saveTemplate(
    @Arg('input', () => SaveTemplateInput, { description: 'The settings.' }) input: SaveTemplateInput,
    @Ctx() { session }: RequestContext,
  ): Promise<SaveTemplatePayload> {
    return this.service.save(input, session.actor);
  }

  @Mutation(
    () => DeleteTemplatePayload,
    answering('Deletes a template. Earlier exports and imports that used it are not affected.', [
      'INVALID_ID',
      'NOT_FOUND',
    ]),
  )
  deleteTemplate(
    @Arg('input', () => DeleteTemplateInput, { description: 'The template.' }) input: DeleteTemplateInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DeleteTemplatePayload> {
    return this.service.delete(input.id, session.actor);
  }

  @FieldResolver(() => GraphQLJSONObject, {
    description: 'The settings, in the format of saveTemplate.',
  })
  settings(@Root() { id }: Template, @Ctx() context: RequestContext): Promise<JsonObject> {
    return readStoredJson(context, this.service.storedSettings, id);
  }

  @FieldResolver(() => ActorType, {
    nullable: true,
    description: 'Who first saved it; null if unknown.',
  })
  createdBy(@Root() { createdByName }: Template): ActorType | null {
    return createdByName === null ? null : { id: null, name: createdByName };
  }
}

@Resolver(() => Project)
export class ProjectTemplatesResolver {
  constructor(private readonly saved: TemplateRepository) {}

  @Query(() => TemplateConnection, {
    name: 'templates',
    nullable: true,
    description: 'The templates of a project, sorted by name, case-insensitive. Null if the project does not exist.',
  })
  list(
    @Arg('projectId', () => ID, { description: 'The project.' }) projectId: string,
    @Args(() => TemplatesArgs) args: TemplatesArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Template>> {
    return this.templates({ id: projectId }, args, context);
  }

  @FieldResolver(() => TemplateConnection, {
    description: 'The templates of the project, sorted by name, case-insensitive.',
  })
  async templates(
    @Root() { id: projectId }: Pick<Project, 'id'>,
    @Args(() => TemplatesArgs) args: TemplatesArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<Template>> {
    const request = orderedPageRequest(args, templateOrder);
    const list = { projectId, direction: args.direction ?? null };
    const rows = await loaders.load(this.saved.pagesOf, { ...list, request });
    return toConnection(
      orderedPage(rows ?? [], request, async () => (await loaders.load(this.saved.countsOf, list)) ?? 0),
    );
  }
}
