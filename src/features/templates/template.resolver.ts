import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  ActorType,
  pageRequest,
  readStoredJson,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import type { JsonObject } from '../../shared/json.js';
import { Template } from './template.entity.js';
import { DeleteTemplateInput, SaveTemplateInput, TemplatesArgs } from './template.inputs.js';
import { DeleteTemplatePayload, SaveTemplatePayload, TemplateConnection } from './template.payloads.js';
import type { TemplateService } from './template.service.js';

@Resolver(() => Template)
export class TemplateResolver {
  constructor(private readonly service: TemplateService) {}

  @Query(() => TemplateConnection, {
    name: 'templates',
    description: 'The saved settings of a project, by name without regard to case.',
  })
  async list(
    @Args(() => TemplatesArgs) { projectId, direction, first, after }: TemplatesArgs,
  ): Promise<Connection<Template>> {
    return toConnection(await this.service.page(projectId, direction, pageRequest(first, after, ['text', 'text'])));
  }

  @Mutation(() => SaveTemplatePayload, {
    description: 'Saves settings of exports or imports under a name; nothing of them that is not understood is kept.',
  })
  saveTemplate(
    @Arg('input', () => SaveTemplateInput, { description: 'The settings.' }) input: SaveTemplateInput,
    @Ctx() { session }: RequestContext,
  ): Promise<SaveTemplatePayload> {
    return this.service.save(input, session.actor);
  }

  @Mutation(() => DeleteTemplatePayload, {
    description: 'Deletes a template. What was exported or imported with it stays as it is.',
  })
  deleteTemplate(
    @Arg('input', () => DeleteTemplateInput, { description: 'The template.' }) input: DeleteTemplateInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DeleteTemplatePayload> {
    return this.service.delete(input.id, session.actor);
  }

  @FieldResolver(() => GraphQLJSONObject, {
    description: 'The settings, in the form in which saveTemplate takes them.',
  })
  settings(@Root() { id }: Template, @Ctx() context: RequestContext): Promise<JsonObject> {
    return readStoredJson(context, this.service.storedSettings, id);
  }

  @FieldResolver(() => ActorType, {
    nullable: true,
    description: 'Who first saved it; null where that is not known.',
  })
  createdBy(@Root() { createdByName }: Template): ActorType | null {
    return createdByName === null ? null : { id: null, name: createdByName };
  }
}
