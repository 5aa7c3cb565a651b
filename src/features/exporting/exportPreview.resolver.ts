import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { pageRequest, toConnection, type Connection, type RequestContext } from '../../graphql/index.js';
import type { PreviewFacts } from './describePreview.js';
import { StartExportInput } from './export.inputs.js';
import type { ExportService } from './export.service.js';
import type { PreviewPart } from './exportPreview.call.js';
import { ExportItemsArgs } from './exportPreview.inputs.js';
import { ExportItemConnection, ExportPreview, type ExportItem } from './exportPreview.type.js';
import type { PreviewReader } from './previewReader.js';

const cursorShape = ['integer', 'integer', 'text'] as const;

@Resolver(() => ExportPreview)
export class ExportPreviewResolver {
  constructor(
    private readonly service: ExportService,
    private readonly reader: PreviewReader,
  ) {}

  @Query(() => ExportPreview, {
    nullable: true,
    description: 'Shows what an export would contain, and why. Nothing is written. Null if the branch does not exist.',
  })
  async exportPreview(
    @Arg('input', () => StartExportInput, { description: 'The export, with the same input as startExport.' })
    input: StartExportInput,
    @Ctx() context: RequestContext,
  ): Promise<ExportPreview> {
    const prepared = await this.service.prepare(input, context.session);
    const told =
      <Name extends keyof PreviewFacts>(name: Name, part: PreviewPart) =>
      async (): Promise<PreviewFacts[Name]> => {
        const facts = await this.reader.facts(context, prepared, part);
        return facts[name];
      };
    return {
      prepared,
      byKind: told('byKind', 'byKind'),
      requirements: told('requirements', 'requirements'),
      requirementCount: told('requirementCount', 'requirements'),
      unresolved: told('unresolved', 'unresolved'),
      unresolvedCount: told('unresolvedCount', 'unresolved'),
      cycles: told('cycles', 'cycles'),
      cycleCount: told('cycleCount', 'cycles'),
      problems: told('problems', 'problems'),
      sizeBytes: told('sizeBytes', 'sizeBytes'),
    };
  }

  @FieldResolver(() => ExportItemConnection, {
    description:
      'The items, sorted by distance from the selection. Each page is computed again: a resource that is renamed between two pages may be missing or occur twice.',
  })
  async items(
    @Root() { prepared }: ExportPreview,
    @Args(() => ExportItemsArgs) { filter, first, after }: ExportItemsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ExportItem>> {
    const request = pageRequest(first, after, cursorShape);
    const { page, items } = await this.reader.page(context, { prepared, filter: filter ?? {}, request });
    return toConnection(page, items);
  }
}
