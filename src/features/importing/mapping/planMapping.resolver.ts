import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../graphql/index.js';
import { AppError } from '../../../shared/appError.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Workers } from '../../workers/index.js';
import { ImportPlan } from '../tables/importPlan.entity.js';
import { describeMappingCall, maxSampleRows, type PlanMapping } from './describeMapping.call.js';
import { FieldMappingType, ImportSourceField, ImportTargetField } from './planMapping.type.js';

/** What is shown of a plan's mapping. A request that asks for several of its fields has the file read once. */
@Resolver(() => ImportPlan)
export class PlanMappingResolver {
  constructor(
    private readonly workers: Workers,
    /** So many bytes of sample rows are held for a request; those of further plans are read again when they are asked for. */
    private readonly maxHeldBytes: number,
  ) {}

  @FieldResolver(() => [ImportSourceField], {
    description:
      'The fields of a file of records, as its first 100 records show them, at most 10,000; empty for any other file.',
  })
  async sourceFields(@Root() plan: ImportPlan, @Ctx() context: RequestContext): Promise<readonly ImportSourceField[]> {
    return (await this.mappingOf(plan, context)).sourceFields;
  }

  @FieldResolver(() => [ImportTargetField], {
    description:
      'The fields that the records can fill, entries those of their definition, at most 10,000; empty where that is not known.',
  })
  async targetFields(@Root() plan: ImportPlan, @Ctx() context: RequestContext): Promise<readonly ImportTargetField[]> {
    return (await this.mappingOf(plan, context)).targetFields;
  }

  @FieldResolver(() => [FieldMappingType], {
    description:
      'The mapping that the file is read with: the one that was chosen, else the one that the file states. Where there is none, a likely one: fields of the same name, of a name that differs in case and separators, and of a name that is known to mean the same.',
  })
  async mapping(@Root() plan: ImportPlan, @Ctx() context: RequestContext): Promise<readonly FieldMappingType[]> {
    return (await this.mappingOf(plan, context)).mapping;
  }

  @FieldResolver(() => [String], {
    description:
      'Fields of the file that the mapping shown leaves out, as far as the first records show; at most 10,000.',
  })
  async unmappedSourceFields(@Root() plan: ImportPlan, @Ctx() context: RequestContext): Promise<readonly string[]> {
    return (await this.mappingOf(plan, context)).unmappedSourceFields;
  }

  @FieldResolver(() => [String], {
    description: 'Fields that no record may lack and that the mapping shown does not fill; at most 10,000.',
  })
  async missingRequiredFields(@Root() plan: ImportPlan, @Ctx() context: RequestContext): Promise<readonly string[]> {
    return (await this.mappingOf(plan, context)).missingRequiredFields;
  }

  @FieldResolver(() => [GraphQLJSON], {
    description: 'The first records as they are read: after the mapping, or as they are where there is none.',
  })
  async sampleRows(
    @Root() plan: ImportPlan,
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, at most 100.' }) first: number,
  ): Promise<readonly JsonObject[]> {
    if (first < 0 || first > maxSampleRows)
      throw AppError.badInput(`first must be from 0 to ${maxSampleRows}; it is ${first}.`);
    const { sampleRows, sampleBytes } = await this.mappingOf(plan, context);
    await context.answer.takeBytes(totalOf(sampleBytes.slice(0, first)));
    const isHeld = sampleRows.length === sampleBytes.length;
    const rows = isHeld ? sampleRows : (await this.workers.call(describeMappingCall, { planId: plan.id })).sampleRows;
    return rows.slice(0, first);
  }

  private async mappingOf({ id }: ImportPlan, { loaders }: RequestContext): Promise<PlanMapping> {
    const mapping = await loaders.load(this.mappingsOf, id);
    if (!mapping) throw AppError.internal(`The mapping of plan ${id} was not read.`);
    return mapping;
  }

  private readonly mappingsOf = async (planIds: readonly string[]): Promise<PlanMapping[]> => {
    const mappings: PlanMapping[] = [];
    let heldBytes = 0;
    for (const planId of planIds) {
      const mapping = await this.workers.call(describeMappingCall, { planId });
      heldBytes += totalOf(mapping.sampleBytes);
      mappings.push(heldBytes > this.maxHeldBytes ? { ...mapping, sampleRows: [] } : mapping);
    }
    return mappings;
  };
}

function totalOf(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
