import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answering, type RequestContext } from '../../../graphql/index.js';
import { AppError } from '../../../shared/appError.js';
import { Principal, type AccessRepository } from '../../access/index.js';
import { Resource } from '../resource.entity.js';
import { SetResourceReadersInput, SetResourceReadersPayload } from './reader.inputs.js';
import type { ReaderRepository } from './reader.repository.js';
import type { ReaderService } from './reader.service.js';
import { ResourceReader } from './resourceReader.entity.js';

@Resolver(() => Resource)
export class ReaderResolver {
  constructor(
    private readonly service: ReaderService,
    private readonly readersOfResources: ReaderRepository,
  ) {}

  @Mutation(
    () => SetResourceReadersPayload,
    answering('Sets who may read and use a resource: only the given readers, or everyone who can see the project.', [
      'INVALID_ID',
      'NOT_FOUND',
    ]),
  )
  setResourceReaders(
    @Arg('input', () => SetResourceReadersInput, { description: 'The readers.' }) input: SetResourceReadersInput,
    @Ctx() { session }: RequestContext,
  ): Promise<SetResourceReadersPayload> {
    return this.service.setReaders(input, session.actor);
  }

  @FieldResolver(() => [ResourceReader], {
    nullable: true,
    description:
      'The principals that may read and use the resource, at most 1000; null if everyone who can see the project may.',
  })
  async readers(@Root() { id }: Resource, @Ctx() { loaders }: RequestContext): Promise<ResourceReader[] | null> {
    const restriction = await loaders.load(this.readersOfResources.restrictionsOf, id);
    return restriction && loaders.load(this.readersOfResources.readersOf, id);
  }
}

@Resolver(() => ResourceReader)
export class ResourceReaderResolver {
  constructor(private readonly access: AccessRepository) {}

  @FieldResolver(() => Principal, { description: 'The user, service account or group.' })
  async principal(@Root() { principalId }: ResourceReader, @Ctx() { loaders }: RequestContext): Promise<Principal> {
    const principal = await loaders.load(this.access.principalsByIds, principalId);
    if (!principal) throw AppError.internal(`A reader names the principal ${principalId}, which is gone.`);
    return principal;
  }
}
