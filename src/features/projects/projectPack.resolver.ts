import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/index.js';
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

  @FieldResolver(() => [ProjectPackType], { description: 'The packs that this server knows, as they are here.' })
  async packs(@Root() project: Project, @Ctx() { loaders }: RequestContext): Promise<ProjectPackType[]> {
    return this.service.packsWith((await loaders.load(this.choices.switchesOf, project.id)) ?? []);
  }

  @Mutation(() => SetPackEnabledPayload, {
    description:
      'Switches a pack on or off in a project: whether its kinds are offered and imported. What is there stays.',
  })
  setPackEnabled(
    @Arg('input', () => SetPackEnabledInput, { description: 'The project and the pack.' }) input: SetPackEnabledInput,
    @Ctx() { session }: RequestContext,
  ): Promise<SetPackEnabledPayload> {
    return this.service.setPackEnabled(input, session.actor);
  }
}
