import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  ActorType,
  answering,
  orderedPage,
  orderedPageRequest,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import { readerIdsIn } from '../../shared/session.js';
import { KindType, kindTypeOf, refuseUnknownKinds, type KindRegistry } from '../kinds/index.js';
import { Binding } from './binding.entity.js';
import { BindingsArgs, DeleteBindingInput, SetBindingInput } from './binding.inputs.js';
import { BindingConnection, BindingSource, DeleteBindingPayload, SetBindingPayload } from './binding.payloads.js';
import { bindingOrder, type BindingRepository } from './binding.repository.js';
import type { BindingService } from './binding.service.js';

@Resolver(() => Binding)
export class BindingResolver {
  constructor(
    private readonly service: BindingService,
    private readonly saved: BindingRepository,
    private readonly kinds: KindRegistry,
  ) {}

  @Query(() => BindingConnection, {
    name: 'bindings',
    nullable: true,
    description:
      'What resources of other projects are in a project: the bindings that imports have remembered, and those that were set by hand, sorted by the name in the source. Null if the project does not exist.',
  })
  async list(
    @Arg('projectId', () => ID, { description: 'The project.' }) projectId: string,
    @Args(() => BindingsArgs) args: BindingsArgs,
    @Ctx() { loaders, session }: RequestContext,
  ): Promise<Connection<Binding>> {
    const { kinds = null, search = null } = args.filter ?? {};
    refuseUnknownKinds(this.kinds, kinds);
    const request = orderedPageRequest(args, bindingOrder);
    const list = { projectId, kinds, search, principalIds: readerIdsIn(session, projectId) };
    const rows = await loaders.load(this.saved.pagesOf, { ...list, request });
    return toConnection(
      orderedPage(rows ?? [], request, async () => (await loaders.load(this.saved.countsOf, list)) ?? 0),
    );
  }

  @Mutation(
    () => SetBindingPayload,
    answering(
      'Sets what a resource of a source project is in a project. The next plan of a file from there proposes it; plans that exist already do not change.',
      ['NAME_INVALID', 'NAME_LOOKALIKE', 'NOT_FOUND', 'RENAME_NOT_ALLOWED', 'UNKNOWN_KIND'],
    ),
  )
  setBinding(
    @Arg('input', () => SetBindingInput, { description: 'The binding.' }) input: SetBindingInput,
    @Ctx() { session }: RequestContext,
  ): Promise<SetBindingPayload> {
    return this.service.set(input, session.actor);
  }

  @Mutation(
    () => DeleteBindingPayload,
    answering('Deletes a binding: the next plan no longer proposes it. Nothing that was imported changes.', [
      'NOT_FOUND',
    ]),
  )
  deleteBinding(
    @Arg('input', () => DeleteBindingInput, { description: 'The binding.' }) input: DeleteBindingInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DeleteBindingPayload> {
    return this.service.delete(input.id, session.actor);
  }

  @FieldResolver(() => KindType, { nullable: true, description: 'The kind; null if this server no longer knows it.' })
  kind(@Root() { kindName }: Binding): KindType | null {
    const kind = this.kinds.find(kindName);
    return kind ? kindTypeOf(kind) : null;
  }

  @FieldResolver(() => BindingSource, { description: 'The project that the names are from.' })
  source(@Root() binding: Binding): BindingSource {
    const {
      sourceInstanceId: instanceId,
      sourceProjectId: projectId,
      sourceProjectKey: key,
      sourceProjectName: name,
    } = binding;
    return { instanceId, projectId, key, name };
  }

  @FieldResolver(() => ActorType, {
    nullable: true,
    description: 'Who set it by hand; null if an import remembered it.',
  })
  setBy(@Root() { setByName }: Binding): ActorType | null {
    return setByName === null ? null : { id: null, name: setByName };
  }
}
