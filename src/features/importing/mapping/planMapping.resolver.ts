import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../graphql/index.js';
import { AppError } from '../../../shared/appError.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Workers } from '../../workers/index.js';
import { ImportPlan } from '../tables/importPlan.entity.js';
import { describeMappingCall, maxSampleRows, type PlanMapping } from './describeMapping.call.js';
import { FieldMappingType, ImportSourceField, ImportTargetField } from './planMapping.type.js';

/** Resolves the mapping fields of a plan. The file is read once for all fields of a request. */
@Resolver(() => ImportPlan)
export class PlanMappingResolver {
  constructor(
    private readonly workers: Workers,
    /** Maximum size of the sample rows that a request keeps; those of further plans are read again when requested. */
    private readonly maxHeldBytes: number,
  ) {}

  @FieldResolver(() => [ImportSourceField], {
    description:
      'The fields of a file of records, taken from its first 100 records, at most 10,000. Empty for other files.',
  })
  async sourceFields(@Root() plan: ImportPlan, @Ctx() context: RequestContext): Promise<readonly ImportSourceField[]> {
    return (await this.mappingOf(plan, context)).sourceFields;
  }

  @FieldResolver(() => [ImportTargetField], {
    description:
      'The fields that the records can fill (for entries, the fields of their definition), at most 10,000. Empty if they are unknown.',
  })
  async targetFields(@Root() plan: ImportPlan, @Ctx() context: RequestContext): Promise<readonly ImportTargetField[]> {
    return (await this.mappingOf(plan, context)).targetFields;
  }

  @FieldResolver(() => [FieldMappingType], {
    description:
      'The mapping that the file is read with: the chosen mapping, else the mapping stated in the file. If there is none, a suggested mapping: fields with the same name, with a name that differs only in case and separators, or with a known synonym.',
  })
  async mapping(@Root() plan: ImportPlan, @Ctx() context: RequestContext): Promise<readonly FieldMappingType[]> {
    return (await this.mappingOf(plan, context)).mapping;
  }

  @FieldResolver(() => [String], {
    description: 'Fields of the first records that the shown mapping does not use; at most 10,000.',
  })
  async unmappedSourceFields(@Root() plan: ImportPlan, @Ctx() context: RequestContext): Promise<readonly string[]> {
    return (await this.mappingOf(plan, context)).unmappedSourceFields;
  }

  @FieldResolver(() => [String], {
    description: 'Required fields that the shown mapping does not fill; at most 10,000.',
  })
  async missingRequiredFields(@Root() plan: ImportPlan, @Ctx() context: RequestContext): Promise<readonly string[]> {
    return (await this.mappingOf(plan, context)).missingRequiredFields;
  }

  @FieldResolver(() => [GraphQLJSON], {
    description: 'The first records: after the mapping if there is one, else unchanged.',
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
