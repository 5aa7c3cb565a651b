import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answering, type RequestContext } from '../../graphql/index.js';
import { Project } from './project.entity.js';
import type { ProjectPackRepository } from './projectPack.repository.js';
import type { ProjectPackService } from './projectPack.service.js';
import { ProjectPackType, SetPackEnabledInput, SetPackEnabledPayload } from './projectPack.type.js';

@Resolver(() => Project)
export class ProjectPackResolver {
  constructor(
    private readonly service: ProjectPackService,
    private readonly choices: ProjectPackRepository,
  ) {}

  @FieldResolver(() => [ProjectPackType], {
    description: 'The packs of this server, each with its state in this project.',
  })
  async packs(@Root() project: Project, @Ctx() { loaders }: RequestContext): Promise<ProjectPackType[]> {
    return this.service.packsWith((await loaders.load(this.choices.switchesOf, project.id)) ?? []);
  }

  @Mutation(
    () => SetPackEnabledPayload,
    answering(
      'Enables or disables a pack in a project. The kinds of a disabled pack are not offered and not imported; existing resources are kept.',
      ['INVALID_ID', 'NOT_FOUND', 'PACK_OFF'],
    ),
  )
  setPackEnabled(
    @Arg('input', () => SetPackEnabledInput, { description: 'The project and the pack.' }) input: SetPackEnabledInput,
    @Ctx() { session }: RequestContext,
  ): Promise<SetPackEnabledPayload> {
    return this.service.setPackEnabled(input, session.actor);
  }
}
